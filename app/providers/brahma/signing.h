// SPDX-License-Identifier: Apache-2.0
// Signatures on Ethereum's curve. A key lives in a page of its own that is not swapped out, and is overwritten when it
// goes; no text of it is ever made.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QStringView>

#include <memory>

namespace providers::brahma {

class Key
{
public:
    /// Of 64 hexadecimal digits, `0x` in front or not. Denied, named `credential`, for anything else; the error says
    /// nothing of the text.
    static base::Result<Key> read(QStringView text);

    Key(Key &&) noexcept;
    Key &operator=(Key &&) noexcept;
    ~Key();

    /// The 20 bytes of its account.
    const QByteArray &address() const { return m_address; }
    /// Of a digest of 32 bytes: r, s and v (27 or 28); deterministic (RFC 6979), s is low.
    base::Result<QByteArray> sign(const QByteArray &digest) const;

private:
    struct Page;
    explicit Key(std::unique_ptr<Page> page);

    std::unique_ptr<Page> m_page;
    QByteArray m_address;
};

/// The 65 bytes of `0x…`; a v of 0 or 1 is raised to 27 or 28. Invalid, named `field`, for anything else, and for a
/// high s: it is the same signature in a second form, which no contract takes.
base::Result<QByteArray> signatureIn(const QString &text, const QString &field);
/// The address of whoever made this signature of the digest. Invalid where nobody can have.
base::Result<QByteArray> signerOf(const QByteArray &digest, const QByteArray &signature);

} // namespace providers::brahma

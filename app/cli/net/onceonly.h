// SPDX-License-Identifier: Apache-2.0
// A request body that can be sent once. Qt repeats a request whose connection closes early, even while it hands over
// the answer, unless the body can't be rewound; so every request carries one of these, even if it is empty.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace cli {

class OnceOnly final : public QIODevice
{
public:
    explicit OnceOnly(QByteArray bytes);

    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *into, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
// Finding in several logs that are shown as one: each is searched by itself, and what is found is walked through in the
// order of the rows. What is muted is left out.
#pragma once

#include "models/logfind.h"
#include "ui/log/find/findbar.h"
#include "ui/log/several/mergedsource.h"
#include "ui/widgets/log/logview.h"
#include "ui/widgets/log/matchstrip.h"

#include <memory>
#include <vector>

namespace ui {

class MergedSearch : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Look &look;
        store::Store &store;
        MergedSource &source;
        LogView &view;
    };
    /// All of them must outlive it.
    explicit MergedSearch(const Parts &parts, QObject *parent = nullptr);

    /// Hidden until open(); whoever lays out the window owns it.
    FindBar *bar() const { return m_bar; }
    bool isOpen() const { return m_open; }
    void open();
    void close();
    void next();
    void previous();

private:
    void wire();
    void look();
    void show();
    void goTo(qint64 row);
    bool isSearching() const;
    const search::LineSet &found(int log) const { return m_finds[size_t(log)]->lines(); }
    /// The nearest row with something found after (before) `row`; -1: none.
    qint64 after(qint64 row) const;
    qint64 before(qint64 row) const;
    qint64 currentRow() const;
    FindBar::Count count() const;
    search::LineSet ticks() const;

    MergedSource &m_source;
    LogView &m_view;
    FindBar *m_bar;
    MatchStrip *m_strip;
    std::vector<std::unique_ptr<models::LogFind>> m_finds; ///< One a log.
    std::optional<models::Origin> m_current;
    qint64 m_origin = 0; ///< The first place from this row on is the one to begin at.
    bool m_open = false;
};

} // namespace ui

// SPDX-License-Identifier: Apache-2.0
// What lasts and keeps the workspace from being written, as one banner: the worst first.
#pragma once

#include "app/base/error.h"
#include "ui/widgets/messages/banner.h"

#include <QObject>

#include <array>
#include <optional>

namespace store {
class Store;
}

namespace ui {

/// Lives on the main thread; listens to the store.
class Troubles : public QObject
{
    Q_OBJECT

public:
    Troubles(store::Store &store, QObject *parent);
    std::optional<base::Error> worst() const;
    /// No value while all is well.
    std::optional<BannerContent> banner() const;

Q_SIGNALS:
    void changed();

private:
    enum Part { Rows, Logs };
    void set(Part part, const std::optional<base::Error> &problem);

    std::array<std::optional<base::Error>, 2> m_problems;
};

} // namespace ui

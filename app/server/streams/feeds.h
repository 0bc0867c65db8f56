// SPDX-License-Identifier: Apache-2.0
// The open event streams, and what wakes them: growing logs and committed rows. Nobody polls. Belongs to the I/O
// thread.
#pragma once

#include "app/server/routes/route.h"
#include "app/store/changes.h"

#include <memory>
#include <vector>

namespace server {

class Feed
{
public:
    virtual ~Feed() = default;
    virtual void grew(const base::RunId &run) = 0;
    virtual void changed(const store::Changes &changes) = 0;
};

/// Knows feeds as long as their clients keep them.
class Feeds
{
public:
    void add(const std::shared_ptr<Feed> &feed) { m_feeds.push_back(feed); }
    void grew(const base::RunId &run);
    void changed(const store::Changes &changes);

private:
    std::vector<std::shared_ptr<Feed>> living();

    std::vector<std::weak_ptr<Feed>> m_feeds;
};

/// Streams the log of `call->run` from the line behind `Last-Event-ID`, to its end.
void openRunFeed(Tools &tools, const CallPtr &call);
/// Streams what is committed from now on: one event for each changed row.
void openChangeFeed(Tools &tools, const CallPtr &call);

} // namespace server

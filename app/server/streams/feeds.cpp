// SPDX-License-Identifier: Apache-2.0
#include "app/server/streams/feeds.h"

namespace server {

std::vector<std::shared_ptr<Feed>> Feeds::living()
{
    std::vector<std::shared_ptr<Feed>> feeds;
    std::erase_if(m_feeds, [&feeds](const std::weak_ptr<Feed> &weak) {
        const std::shared_ptr<Feed> feed = weak.lock();
        if (feed) {
            feeds.push_back(feed);
        }
        return !feed;
    });
    return feeds;
}

void Feeds::grew(const base::RunId &run)
{
    for (const std::shared_ptr<Feed> &feed : living()) {
        feed->grew(run);
    }
}

void Feeds::changed(const store::Changes &changes)
{
    for (const std::shared_ptr<Feed> &feed : living()) {
        feed->changed(changes);
    }
}

} // namespace server

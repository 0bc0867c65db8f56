// SPDX-License-Identifier: Apache-2.0
#include "app/notices/sender.h"

#include "app/notices/webhook.h"

using namespace Qt::StringLiterals;
using domain::NoticeWay;

namespace notices {

Sender::Sender(QObject *parent) : QObject(parent)
{
    connect(&m_desktop, &Desktop::invoked, this, [this](NoticeVerb verb, const base::RunId &run) {
        if (m_front.act) {
            m_front.act(verb, run);
        }
    });
}

Sender::~Sender()
{
    for (const WayPointer &way : std::as_const(m_ways)) {
        way->promise.addResult(base::Error{.code = base::ErrorCode::Cancelled,
                                           .detail = u"Signalbox was closed while the notice was being sent"_s});
        way->promise.finish();
    }
}

void Sender::setFront(Front front)
{
    m_desktop.setLabels(front.act ? front.labels : NoticeLabels());
    m_front = std::move(front);
}

QFuture<base::Status> Sender::send(const domain::Notice &notice)
{
    const auto way = std::make_shared<Way>();
    way->notice = notice;
    way->promise.start();
    QMetaObject::invokeMethod(
        this, [this, way] { begin(way); }, Qt::QueuedConnection);
    return way->promise.future();
}

void Sender::begin(const WayPointer &way)
{
    const QList<NoticeWay> &ways = way->notice.ways;
    const bool local = ways.contains(NoticeWay::Desktop) || ways.contains(NoticeWay::Sound);
    const bool webhook = ways.contains(NoticeWay::Webhook);
    way->open = (local ? 1 : 0) + (webhook ? 1 : 0);
    m_ways.append(way);
    if (way->open == 0) {
        way->open = 1;
        tell(way, u"notice"_s, base::invalid({}, u"it has nowhere to go"_s));
        return;
    }
    if (local) {
        m_desktop.show(way->notice, [this, way](const Desktop::Answer &answer) { onDesktop(way, answer); });
    }
    if (webhook) {
        post(this, way->notice, [this, way](const base::Status &status) { tell(way, u"webhook"_s, status); });
    }
}

/// Where the desktop can't, the window of this process does, if there is one.
void Sender::onDesktop(const WayPointer &way, const Desktop::Answer &answer)
{
    const QList<NoticeWay> &ways = way->notice.ways;
    base::Status status = answer.shown;
    const bool mayRepeat = !status && status.error().code == base::ErrorCode::Unavailable;
    if (mayRepeat && ways.contains(NoticeWay::Desktop) && m_front.show && m_front.show(way->notice)) {
        status = {};
    }
    if (ways.contains(NoticeWay::Sound) && !answer.sounded && (answer.shown || mayRepeat)) {
        if (m_front.beep) {
            m_front.beep();
            status = ways.contains(NoticeWay::Desktop) ? status : base::Status();
        } else if (status && !ways.contains(NoticeWay::Desktop)) {
            status = base::Error{.code = base::ErrorCode::Unsupported,
                                 .detail = u"the notification service of this desktop plays no sounds"_s};
        }
    }
    tell(way, ways.contains(NoticeWay::Desktop) ? u"desktop"_s : u"sound"_s, status);
}

void Sender::tell(const WayPointer &way, const QString &name, const base::Status &status)
{
    if (status) {
        way->reached = true;
    } else {
        base::Error problem = status.error();
        problem.detail = u"%1: %2"_s.arg(name, problem.detail);
        way->reached = way->reached || problem.code != base::ErrorCode::Unavailable;
        way->problems.append(problem);
    }
    if (--way->open > 0) {
        return;
    }
    m_ways.removeOne(way);
    base::Status all;
    if (!way->problems.isEmpty()) {
        base::Error whole = way->problems.first();
        QStringList details;
        for (const base::Error &problem : std::as_const(way->problems)) {
            details.append(problem.detail);
            whole.code = problem.code == base::ErrorCode::Unavailable ? whole.code : problem.code;
        }
        if (way->reached && whole.code == base::ErrorCode::Unavailable) {
            whole.code = base::ErrorCode::Unsupported; // half of it arrived: it must not be sent again
        }
        whole.detail = details.join(u"; "_s);
        all = whole;
    }
    way->promise.addResult(all);
    way->promise.finish();
}

} // namespace notices

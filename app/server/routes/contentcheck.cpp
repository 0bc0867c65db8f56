// SPDX-License-Identifier: Apache-2.0
#include "app/server/routes/contentcheck.h"

#include "app/server/http/loop.h"

using namespace Qt::StringLiterals;

namespace server {

namespace {

class Check : public std::enable_shared_from_this<Check>
{
public:
    Check(Tools &tools, QList<domain::Automation> automations, std::function<void(base::Status)> then)
        : m_tools(tools), m_automations(std::move(automations)), m_then(std::move(then))
    {
    }

    void goOn()
    {
        while (m_next < m_automations.size()) {
            const QFuture<base::Result<void>> answer = m_tools.checkContent(m_automations.at(m_next));
            if (!answer.isFinished()) {
                whenDone(answer, m_tools.loop, [self = shared_from_this()](const base::Status &status) {
                    if (self->take(status)) {
                        self->goOn();
                    }
                });
                return;
            }
            if (!take(answer.result())) {
                return;
            }
        }
        m_then({});
    }

private:
    /// Whether the next one is to be looked at.
    bool take(const base::Status &status)
    {
        if (!status) {
            m_then(m_automations.size() == 1 ? status.error() : status.error().inField(u"[%1]"_s.arg(m_next)));
            return false;
        }
        ++m_next;
        return true;
    }

    Tools &m_tools;
    const QList<domain::Automation> m_automations;
    const std::function<void(base::Status)> m_then;
    qsizetype m_next = 0;
};

} // namespace

base::Status checkHere(const Tools &tools, const domain::Automation &automation)
{
    CHECK(domain::checkAgainst(tools.catalog, automation));
    return tools.checkMachine ? tools.checkMachine(automation) : base::Status();
}

void checkContents(Tools &tools, const QList<domain::Automation> &automations, std::function<void(base::Status)> then)
{
    if (!tools.checkContent) {
        then({});
        return;
    }
    std::make_shared<Check>(tools, automations, std::move(then))->goOn();
}

} // namespace server

// SPDX-License-Identifier: Apache-2.0
// Another Signalbox, as far as its API goes: it keeps what it is told and runs nothing.
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace test {

class SignalboxDouble
{
public:
    static constexpr const char *token = "sb_token";

    SignalboxDouble();

    FaultServer server;
    QString role = QStringLiteral("operator");
    QJsonObject automations; ///< By id.
    QJsonArray runs;         ///< Newest first.
    QJsonObject approvals;   ///< By id.
    QJsonObject windows;     ///< By id.
    QByteArray log;          ///< Events of every run's stream.

private:
    void serveFacts();
    void serveAutomations();
    void serveRuns();
    void serveApprovals();
    void serveWindows();
    void serveTransfer();

    int m_made = 0;
};

} // namespace test

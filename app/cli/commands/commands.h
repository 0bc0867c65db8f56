// SPDX-License-Identifier: Apache-2.0
// The functions of the table. Each begins one command in its session and returns; the session ends when it is done.
#pragma once

namespace cli {

class Session;

void listAutomations(Session &session);
void show(Session &session);
void createAutomations(Session &session);
void editAutomation(Session &session);
void deleteAutomation(Session &session);
void pauseAutomation(Session &session);
void resumeAutomation(Session &session);
void showHistory(Session &session);
void restoreAutomation(Session &session);
void runAutomation(Session &session);
void listRuns(Session &session);
void cancelRun(Session &session);
void acknowledgeRun(Session &session);
void clearQueue(Session &session);
void listQueue(Session &session);
void releaseRuns(Session &session);
void dismissRuns(Session &session);
void showStatus(Session &session);
void showAudit(Session &session);
void showLog(Session &session);
void explainWhy(Session &session);
void showForecast(Session &session);
void setSecret(Session &session);
void listSecrets(Session &session);
void deleteSecret(Session &session);
void doctor(Session &session);

} // namespace cli

// SPDX-License-Identifier: Apache-2.0
// TERM, INT and HUP as a Qt signal of the main thread.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

/// One object at a time, on the main thread. While it lives these signals do not end the process, and those that the
/// process sends to itself want no end.
class UnixSignals : public QObject
{
    Q_OBJECT

public:
    explicit UnixSignals(QObject *parent = nullptr);
    ~UnixSignals() override;

Q_SIGNALS:
    void endWanted();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

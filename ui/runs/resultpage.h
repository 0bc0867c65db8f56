// SPDX-License-Identifier: Apache-2.0
// A page of the run inspector: what the run answered, what went wrong in full, and the files it left.
#pragma once

#include "app/domain/run.h"
#include "ui/look/look.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class PairLine;
class TextEditor;
class TextLabel;

class ResultPage : public QWidget
{
    Q_OBJECT

public:
    explicit ResultPage(const Look &look, QWidget *parent = nullptr);
    void setRun(const domain::Run &run);

private:
    void showArtifacts(const QJsonArray &artifacts);

    const Look &m_look;
    TextLabel *m_none;
    PairLine *m_errorHead;
    TextLabel *m_error;
    PairLine *m_resultHead;
    TextEditor *m_result;
    PairLine *m_artifactsHead;
    QVBoxLayout *m_artifacts;
    QJsonArray m_shown;
};

} // namespace ui

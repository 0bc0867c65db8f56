// SPDX-License-Identifier: Apache-2.0
#include "ui/forms/fieldeditor.h"

#include "ui/forms/code/codeeditor.h"
#include "ui/forms/texteditor.h"
#include "ui/forms/workflow/stepstable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int numberWidth = 172;
constexpr int choiceWidth = 240;

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

/// A name, a colon and a value a line.
QString linesOf(const QJsonObject &pairs)
{
    QStringList lines;
    for (auto it = pairs.constBegin(); it != pairs.constEnd(); ++it)
        lines.append(it.key() + u": "_s + it->toString());
    return lines.join(u'\n');
}

QJsonObject pairsOf(const QString &text)
{
    QJsonObject pairs;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines)
        if (!line.trimmed().isEmpty())
            pairs.insert(line.section(u':', 0, 0).trimmed(), line.section(u':', 1).trimmed());
    return pairs;
}

/// A value that is no text is shown as its JSON; where nobody touches it, it stays what it is.
QString shownText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    return value.toVariant().toString();
}

/// `200-299, 304`
QString rangesText(const QJsonValue &value)
{
    QStringList parts;
    const QJsonArray array = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &part : array)
        parts.append(part.isDouble() ? QString::number(part.toInteger()) : part.toString());
    return parts.join(u", "_s);
}

int clamped(qint64 number)
{
    return int(std::clamp<qint64>(number, std::numeric_limits<int>::min() + 1, std::numeric_limits<int>::max()));
}

} // namespace

QString catalogText(const char *text)
{
    return *text ? QCoreApplication::translate("catalog", text) : QString();
}

FieldEditor::FieldEditor(const Look &look, const domain::FieldSpec &spec, const FieldDress &dress, QObject *parent)
    : QObject(parent), m_look(look), m_spec(spec), m_dress(dress)
{
    makeControl();
    m_widget->setObjectName(u"field:"_s + spec.name);
    setValue(QJsonValue::Undefined);
}

void FieldEditor::makeControl()
{
    switch (m_spec.type) {
    case domain::FieldType::Text:
        m_dress.shape == FieldDress::Shape::Lines ? makeText(3, TypeRole::Body) : makeLine(TypeRole::Body);
        break;
    case domain::FieldType::Command:
        makeLine(TypeRole::Mono);
        break;
    case domain::FieldType::Script:
        makeText(12, TypeRole::Mono);
        break;
    case domain::FieldType::Bundle:
        m_dress.bundles ? makeCode() : makeText(12, TypeRole::Mono);
        break;
    case domain::FieldType::Texts:
        m_dress.shape == FieldDress::Shape::CommaList ? makeCommaList() : makeTexts();
        break;
    case domain::FieldType::Choice:
        makeChoice();
        break;
    case domain::FieldType::Integer:
        makeNumber();
        break;
    case domain::FieldType::Flag:
        makeFlag();
        break;
    case domain::FieldType::StepList:
        makeSteps();
        break;
    case domain::FieldType::Pairs:
        makePairs();
        break;
    case domain::FieldType::Ranges:
        makeRanges();
        break;
    case domain::FieldType::Document:
        makeDocument();
        break;
    }
}

void FieldEditor::makeLine(TypeRole role)
{
    auto *line = new QLineEdit;
    line->setFont(m_look.font(role));
    line->setPlaceholderText(catalogText(m_spec.hint));
    connect(line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    m_write = [line](const QJsonValue &value) { line->setText(shownText(value)); };
    m_read = [line] { return QJsonValue(line->text()); };
    m_widget = line;
}

void FieldEditor::makeText(int lines, TypeRole role)
{
    auto *text = new TextEditor(m_look, role, lines);
    text->setPlaceholderText(catalogText(m_spec.hint));
    connect(text, &TextEditor::edited, this, &FieldEditor::edited);
    m_write = [text](const QJsonValue &value) { text->showText(shownText(value)); };
    m_read = [text] { return QJsonValue(text->toPlainText()); };
    m_widget = text;
}

/// A JSON object or list. Text that is none is the value as it stands, for whoever checks it to refuse.
void FieldEditor::makeDocument()
{
    auto *text = new TextEditor(m_look, TypeRole::Mono, m_dress.shape == FieldDress::Shape::Page ? 16 : 5);
    text->setTabChangesFocus(true);
    text->setPlaceholderText(catalogText(m_spec.hint));
    connect(text, &TextEditor::edited, this, &FieldEditor::edited);
    m_write = [text](const QJsonValue &value) { text->showText(shownText(value)); };
    m_read = [text] {
        const QString all = text->toPlainText().trimmed();
        const QJsonDocument document = QJsonDocument::fromJson(all.toUtf8());
        return all.isEmpty()         ? QJsonValue()
               : document.isObject() ? QJsonValue(document.object())
               : document.isArray()  ? QJsonValue(document.array())
                                     : QJsonValue(all);
    };
    m_widget = text;
}

void FieldEditor::makeTexts()
{
    auto *text = new TextEditor(m_look, TypeRole::Mono, 5);
    text->setTabChangesFocus(true);
    connect(text, &TextEditor::edited, this, &FieldEditor::edited);
    m_write = [text](const QJsonValue &value) { text->showText(textsOf(value).join(u'\n')); };
    m_read = [text] {
        const QString all = text->toPlainText();
        return QJsonValue(all.isEmpty() ? QJsonArray() : QJsonArray::fromStringList(all.split(u'\n')));
    };
    m_widget = text;
}

void FieldEditor::makeCommaList()
{
    auto *line = new QLineEdit;
    line->setPlaceholderText(catalogText(m_spec.hint));
    connect(line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    m_write = [line](const QJsonValue &value) { line->setText(textsOf(value).join(u", "_s)); };
    m_read = [line] {
        QJsonArray words;
        const QStringList parts = line->text().split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            if (!part.trimmed().isEmpty() && !words.contains(part.trimmed()))
                words.append(part.trimmed());
        return QJsonValue(words);
    };
    m_widget = line;
}

void FieldEditor::makePairs()
{
    auto *text = new TextEditor(m_look, TypeRole::Mono, 4);
    text->setTabChangesFocus(true);
    text->setPlaceholderText(catalogText(m_spec.hint));
    connect(text, &TextEditor::edited, this, &FieldEditor::edited);
    m_write = [text](const QJsonValue &value) { text->showText(linesOf(value.toObject())); };
    m_read = [text] { return QJsonValue(pairsOf(text->toPlainText())); };
    m_widget = text;
}

void FieldEditor::makeRanges()
{
    makeLine(TypeRole::Mono);
    auto *line = static_cast<QLineEdit *>(m_widget);
    m_write = [line](const QJsonValue &value) { line->setText(rangesText(value)); };
}

QString FieldEditor::choiceText(qsizetype index) const
{
    const char *label = m_spec.choiceLabels.value(index, nullptr);
    return label ? catalogText(label) : m_spec.choices.at(index);
}

void FieldEditor::makeChoice()
{
    auto *combo = new QComboBox;
    combo->setMinimumWidth(choiceWidth);
    combo->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    if (!m_spec.choices.contains(m_spec.fallback.toString()))
        combo->addItem(tr("not given"), QString());
    for (qsizetype i = 0; i < m_spec.choices.size(); ++i)
        combo->addItem(m_dress.choiceWords.value(i, choiceText(i)), m_spec.choices.at(i));
    connect(combo, &QComboBox::activated, this, &FieldEditor::edited);
    m_write = [this, combo](const QJsonValue &value) {
        const QString text = value.toString();
        if (!text.isEmpty() && combo->findData(text) < 0)
            combo->addItem(m_dress.otherWord ? m_dress.otherWord(text) : text, text); // only another system knows it
        combo->setCurrentIndex(combo->findData(text));
    };
    m_read = [combo] { return QJsonValue(combo->currentData().toString()); };
    m_widget = combo;
}

void FieldEditor::makeNumber()
{
    const bool mayBeNone = m_spec.fallback.isNull();
    auto *spin = new QSpinBox;
    spin->setMinimumWidth(numberWidth);
    spin->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    spin->setRange(clamped(m_spec.least) - (mayBeNone ? 1 : 0), clamped(m_spec.most));
    spin->setSuffix(m_dress.unit.isEmpty() ? catalogText(m_spec.unit) : m_dress.unit);
    spin->setGroupSeparatorShown(!spin->suffix().isEmpty()); // without a unit it may be an id
    if (mayBeNone)
        spin->setSpecialValueText(m_dress.none.isEmpty() ? tr("not given") : m_dress.none);
    connect(spin, &QSpinBox::valueChanged, this, &FieldEditor::edited);
    m_write = [spin, mayBeNone](const QJsonValue &value) {
        const QSignalBlocker quiet(spin);
        spin->setValue(mayBeNone && !value.isDouble() ? spin->minimum() : clamped(value.toInteger()));
    };
    m_read = [spin, mayBeNone] {
        return mayBeNone && spin->value() == spin->minimum() ? QJsonValue() : QJsonValue(spin->value());
    };
    m_widget = spin;
}

void FieldEditor::makeFlag()
{
    auto *box = new QCheckBox(catalogText(m_spec.label));
    connect(box, &QCheckBox::clicked, this, &FieldEditor::edited);
    m_write = [box](const QJsonValue &value) { box->setChecked(value.toBool()); };
    m_read = [box] { return QJsonValue(box->isChecked()); };
    m_widget = box;
}

void FieldEditor::makeSteps()
{
    m_steps = new StepsTable(m_look);
    connect(m_steps, &StepsTable::edited, this, &FieldEditor::edited);
    m_write = [table = m_steps](const QJsonValue &value) { table->setSteps(value.toArray()); };
    m_read = [table = m_steps] { return QJsonValue(table->steps()); };
    m_widget = m_steps;
}

bool FieldEditor::isWide() const
{
    return m_steps || (m_spec.type == domain::FieldType::Bundle && m_dress.bundles);
}

QString FieldEditor::pointAt(const QString &inside)
{
    return m_steps ? m_steps->pointAt(inside) : QString();
}

void FieldEditor::setAutomations(const Followable &automations)
{
    if (m_steps)
        m_steps->setAutomations(automations);
}

void FieldEditor::makeCode()
{
    auto *code = new CodeEditor(m_look, *m_dress.bundles);
    connect(code, &CodeEditor::edited, this, &FieldEditor::edited);
    connect(code, &CodeEditor::pageWanted, this, &FieldEditor::pageWanted);
    m_write = [code](const QJsonValue &value) { code->setCode(value.toString()); };
    m_read = [code] { return QJsonValue(code->code()); };
    m_widget = code;
}

void FieldEditor::setValue(const QJsonValue &value)
{
    m_given = value;
    m_write(value.isUndefined() ? m_spec.fallback : value);
    m_atFirst = m_read();
}

QJsonValue FieldEditor::value() const
{
    const QJsonValue now = m_read();
    if (now == m_atFirst)
        return m_given;
    const bool empty = (now.isString() && now.toString().isEmpty()) || (now.isArray() && now.toArray().isEmpty()) ||
                       (now.isObject() && now.toObject().isEmpty());
    const bool unsaid = now == m_spec.fallback || (empty && m_spec.fallback.isNull());
    return unsaid && m_given.isUndefined() ? QJsonValue(QJsonValue::Undefined) : now;
}

} // namespace ui

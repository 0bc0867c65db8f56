// SPDX-License-Identifier: Apache-2.0
#include "ui/look/look.h"

#include "ui/look/signalstyle.h"

#include <QApplication>

namespace ui {

Look::Look(QApplication &application, Follow follow)
    : m_application(application),
      m_systemPalette(application.palette()),
      m_tokens(std::make_shared<Tokens>(Tokens::bundled())),
      m_glyphs(m_tokens),
      m_icons(m_tokens),
      m_system(m_systemPalette)
{
    m_application.setStyle(new SignalStyle(m_tokens));
    connect(&m_system, &SystemScheme::changed, this, &Look::apply);
    if (follow == Follow::System)
        m_system.follow();
    apply();
}

Look::~Look() = default;

void Look::setScheme(std::optional<Scheme> scheme)
{
    m_scheme = scheme;
    apply();
}

void Look::setContrast(std::optional<Contrast> contrast)
{
    m_contrast = contrast;
    apply();
}

void Look::apply()
{
    m_tokens->setScheme(m_scheme.value_or(m_system.scheme()));
    m_tokens->setContrast(m_contrast.value_or(m_system.contrast()), m_systemPalette);
    m_application.setPalette(m_tokens->contrast() == Contrast::High ? m_systemPalette : m_tokens->palette());
    Q_EMIT changed();
}

} // namespace ui

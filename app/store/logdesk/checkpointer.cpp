// SPDX-License-Identifier: Apache-2.0
#include "app/store/logdesk/checkpointer.h"

namespace store {

void Checkpointer::start()
{
    if (!m_atWork.exchange(true) && !m_worker.post([this] { copy(); })) {
        m_atWork = false;
    }
}

void Checkpointer::close()
{
    m_worker.finish();
    m_tables.close();
}

/// What fails is tried again after a later commit, by the writer itself once the write-ahead file has grown.
void Checkpointer::copy()
{
    const base::Status open = m_tables.isOpen() ? base::Status() : m_tables.open(m_path, LogAccess::Read);
    if (open && !m_tables.checkpoint()) {
        m_tables.rollback();
    }
    m_atWork = false;
}

} // namespace store

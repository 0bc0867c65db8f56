// SPDX-License-Identifier: Apache-2.0
// What kind of bytes a text holds, told at the speed of memory. In a file of its own because it is compiled -O3.
#pragma once

#include <QByteArrayView>

namespace search {

struct TextTraits
{
    bool ascii = true; ///< No byte above 0x7f.
    bool plain = true; ///< Neither ESC nor a carriage return.
};

TextTraits traitsOf(QByteArrayView text);

} // namespace search

// SPDX-License-Identifier: Apache-2.0
#include "app/cli/code/coderows.h"

using namespace Qt::StringLiterals;

namespace cli {

QList<CommandSpec> codeRows()
{
    return {
        {u"bundle pack"_s,
         Right::View,
         u"DIR OUT.zip"_s,
         2,
         2,
         u"Packs a folder with an index.js as a bundle: the same bytes for the same files, everywhere."_s,
         {}},
        {u"bundle list"_s, Right::View, u"ZIP"_s, 1, 1, u"The files of a bundle."_s, {}},
        {u"bundle check"_s,
         Right::View,
         u"ZIP"_s,
         1,
         1,
         u"Whether an archive would be taken as a bundle: ends with 0, or with 1 and the reason."_s,
         {}},
        {u"kv get"_s, Right::View, u"KEY"_s, 1, 1, u"A value of the key-value store that bundles share."_s, {}},
        {u"kv put"_s,
         Right::View,
         u"KEY VALUE|-"_s,
         2,
         2,
         u"Keeps a value of up to 307200 characters for 90 days from now; - reads it from standard input."_s,
         {}},
        {u"kv del"_s, Right::View, u"KEY"_s, 1, 1, u"Forgets a key."_s, {}},
        {u"kv list"_s, Right::View, {}, 0, 0, u"All keys, when they were written and when they expire."_s, {}},
    };
}

} // namespace cli

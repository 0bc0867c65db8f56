// SPDX-License-Identifier: Apache-2.0
// What comes of jobs: by a long poll at the supervisor, and at once at the third host.
#include "tests/support/theeye/theeyedouble.h"

using namespace Qt::StringLiterals;

namespace test {

/// The last of its output as it was written; the status is that of the job, unless its script set one.
Told TheEyeDouble::resultOf(const QString &id) const
{
    const QJsonObject one = job(id);
    const int mirrored = one.value("state"_L1).toString() == "success"_L1 ? 200 : 500;
    return {.status = scripted == 200 ? mirrored : scripted,
            .body = one.value("output"_L1).toArray().last().toString().toUtf8()};
}

void TheEyeDouble::serveResults()
{
    serve("GET", "/job/{}/result", [this](const Asked &asked) {
        const QString id = asked.parts.first();
        if (job(id).isEmpty() || asked.value(u"customer"_s) != "acme"_L1) {
            return Told{.status = 404, .body = "\"job not found\""};
        }
        const QString lifecycle = job(id).value("lifecycle"_L1).toString();
        if (lifecycle == "finished"_L1 || lifecycle == "terminated"_L1) {
            return resultOf(id);
        }
        const int count = asked.value(u"counter"_s).toInt();
        if (count >= slowness && slowness > 0) {
            changeJob(id, {{u"lifecycle"_s, u"finished"_s},
                           {u"state"_s, u"success"_s},
                           {u"output"_s, QJsonArray{u"1"_s, u"{\"n\":1}"_s}}});
            return resultOf(id);
        }
        return count >= 10 ? Told{.status = 408, .body = "\"timeout\""}
                           : Told{.status = 303,
                                  .body = {},
                                  .type = {},
                                  .headers = {{"Location", "/job/" + id.toUtf8() + "/result?customer=acme&counter=" +
                                                               QByteArray::number(count + 1)}}};
    });
    results.route("POST", "/acme/task/{}/job", guarded([this](const Asked &asked) {
                      const Told begun = start(asked.parts.first(), asked.json(), u"api"_s);
                      if (begun.status != 200) {
                          return begun;
                      }
                      const QString id = jobs.first()["id"_L1].toString();
                      changeJob(id, {{u"lifecycle"_s, u"finished"_s},
                                     {u"state"_s, u"success"_s},
                                     {u"output"_s, QJsonArray{u"{\"n\":1}"_s}}});
                      return resultOf(id);
                  }));
}

} // namespace test

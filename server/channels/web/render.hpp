// A reply as the chat page gets it. Pure.
#pragma once

#include <string>

#include "server/store/records.hpp"

namespace motcua::web {

// {"id":17,"text":"…","at":1795132800000,"actions":[{"title":"Lệ phí","kind":"ask","payload":"v1:ask:…"},
//  {"title":"…","kind":"link","url":"https://…"},{"title":"…","kind":"call","number":"1022"}]}
// `at` is milliseconds since 1970, UTC. One line: it fits a `data:` field as it is.
std::string render(const store::outgoing& message);

}  // namespace motcua::web

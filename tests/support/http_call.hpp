// A blocking HTTP call to this machine, for tests: what a platform or a browser would send.
#pragma once

#include <chrono>
#include <map>
#include <string>

namespace motcua::tests {

struct http_answer {
  unsigned status = 0;  // 0: no answer
  std::string body;
  std::map<std::string, std::string> headers;
  std::chrono::milliseconds took{0};
};

// Each step of it within ten seconds: a test fails instead of hanging.
http_answer http_call(unsigned short port, const std::string& method, const std::string& target,
                      const std::map<std::string, std::string>& headers = {}, const std::string& body = "");

}  // namespace motcua::tests

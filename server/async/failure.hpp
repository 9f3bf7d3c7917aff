// What a spawned coroutine ended with, in words: no coroutine fails unseen.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "server/async/log.hpp"

namespace motcua {

inline std::string reason_of(std::exception_ptr failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const std::exception& e) {
    return e.what();
  } catch (...) {
    return "an exception of no known type";
  }
}

inline void log_failure(std::string_view event, std::exception_ptr failure) {
  if (failure) log::error(event, {{"reason", reason_of(failure)}});
}

}  // namespace motcua

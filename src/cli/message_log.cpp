#include "cli/message_log.hpp"

namespace fenjie::cli {

Diagnostic MessageLog::Message::whole() const {
  Diagnostic d = diagnostic;
  d.doc = doc, d.message = message, d.advice = advice, d.excerpt = excerpt;
  return d;
}

void MessageLog::put(const Diagnostic& d) {
  messages_.push_back({false, d, std::string(d.doc), std::string(d.message), std::string(d.advice),
                       std::string(d.excerpt)});
}

void MessageLog::put(const Failure& failure) {
  messages_.push_back({true, {}, {}, failure.what(), failure.advice, {}});
}

}  // namespace fenjie::cli

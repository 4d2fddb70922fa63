#include "write/spool.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace fenjie::write {
namespace {

[[noreturn]] void fail() {
  throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), "temporary file");
}

}  // namespace

void Spool::write(std::string_view bytes) {
  memory_.put(bytes);
  if (memory_.size() > memory_bytes) to_file();
}

void Spool::to_file() {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_) fail();
  const std::string_view bytes = memory_.view();
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
  file_bytes_ += bytes.size();
  memory_.clear();
}

void Spool::from_file(Block& block) {
  if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
  while (file_bytes_ != 0) {
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(file_bytes_, Block::enough));
    if (std::fread(block.room(n), 1, n, file_.get()) != n) fail();
    block.advance(n);
    file_bytes_ -= n;
    block.record_done();
  }
  if (std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
}

void Spool::move_to(Block& block) {
  if (file_bytes_ != 0) from_file(block);
  block.put(memory_.view());
  memory_.clear();
  block.record_done();
}

}  // namespace fenjie::write

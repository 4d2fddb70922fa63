// Items of unit lists that were read before: a document names its organs over and over.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "field/unit_item.hpp"
#include "text/memo.hpp"

namespace fenjie::field {

/// A UnitItem of a text that is short enough to be remembered, in ten bytes: with its text it fits into one line
/// of the cache. Of a thousand items five are longer.
class KnownItem {
 public:
  static constexpr std::size_t longest = 45;  ///< bytes of the text: fifteen ideographs

  KnownItem() = default;
  explicit KnownItem(const UnitItem& item)
      : traits_(item), own_role_(number_of(item.own_role)),
        group_role_(static_cast<std::uint8_t>(number_of(item.group_role) | number_of(item.label_role) << 4)),
        begin_(place(item.whole.begin)), end_(place(item.whole.end)), name_end_(place(item.name.end)),
        alias_begin_(place(item.alias.begin)), alias_end_(place(item.alias.end)),
        name_alone_(item.plain && !item.bare_class && !item.suffixed && alias_end_ == 0 && !has_group_role()) {}

  [[nodiscard]] UnitItem item() const {
    return {traits_, {begin_, end_}, {begin_, name_end_}, alias(0), role_of(own_role_),
            role_of(group_role_ >> 4), role_of(group_role_ & 15)};
  }

  /// It is plain, and nothing but a name, perhaps that of a class, as most are.
  [[nodiscard]] bool is_name_alone() const { return name_alone_; }
  [[nodiscard]] const ItemTraits& traits() const { return traits_; }
  [[nodiscard]] std::uint32_t name_end() const { return name_end_; }
  [[nodiscard]] std::uint32_t end() const { return end_; }  ///< with all brackets
  [[nodiscard]] bool has_alias() const { return alias_end_ != 0; }
  [[nodiscard]] bool has_group_role() const { return (group_role_ & 15) != 0; }
  [[nodiscard]] std::optional<Role> group_role() const { return role_of(group_role_ & 15); }
  /// The name in the bracket, where the item begins at byte `base`.
  [[nodiscard]] text::Range alias(std::uint32_t base) const { return {base + alias_begin_, base + alias_end_}; }

 private:
  static std::uint8_t place(std::uint32_t at) { return static_cast<std::uint8_t>(at); }
  static std::uint8_t number_of(std::optional<Role> role) {
    return role ? static_cast<std::uint8_t>(static_cast<std::uint8_t>(*role) + 1) : std::uint8_t{0};
  }
  static std::optional<Role> role_of(int number) {
    return number == 0 ? std::nullopt : std::optional(static_cast<Role>(number - 1));
  }

  ItemTraits traits_;
  std::uint8_t own_role_ = 0, group_role_ = 0;  // 0 for none; with that of a label in the high half
  std::uint8_t begin_ = 0, end_ = 0, name_end_ = 0, alias_begin_ = 0, alias_end_ = 0;
  bool name_alone_ = false;
};

/// The items of a thread.
using KnownItems = text::Memo<KnownItem, 2048, KnownItem::longest>;
inline KnownItems& known_items() {
  thread_local constinit KnownItems items;
  return items;
}

}  // namespace fenjie::field

#include "fenjie/ledger.hpp"
#include "fenjie/records.hpp"

namespace fenjie {

std::string_view role_name(Role role) {
  switch (role) {
    case Role::lead: return "lead";
    case Role::responsible: return "responsible";
    case Role::support: return "support";
    case Role::superior_lead: return "superior_lead";
  }
  return {};
}

std::string_view deadline_kind_name(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::date: return "date";
    case DeadlineKind::tentative: return "tentative";
    case DeadlineKind::recurring: return "recurring";
    case DeadlineKind::ongoing: return "ongoing";
    case DeadlineKind::conditional: return "conditional";
    case DeadlineKind::text: return "text";
  }
  return {};
}

std::string_view text_kind_name(TextKind kind) {
  switch (kind) {
    case TextKind::preamble: return "preamble";
    case TextKind::note: return "note";
    case TextKind::furniture: return "furniture";
    case TextKind::remainder: return "remainder";
  }
  return {};
}

std::string_view taken_name(Taken taken) {
  switch (taken) {
    case Taken::blank: return "blank";
    case Taken::metadata: return "metadata";
    case Taken::heading: return "heading";
    case Taken::table_header: return "table-header";
    case Taken::task: return "task";
    case Taken::label: return "label";
    case Taken::note: return "note";
    case Taken::furniture: return "furniture";
    case Taken::duplicate: return "duplicate";
    case Taken::remainder: return "remainder";
    case Taken::count_: break;
  }
  return {};
}

}  // namespace fenjie

#include "write/columns.hpp"

#include <iterator>
#include <utility>

namespace fenjie::write {
namespace {

template <typename Number>
void put_number(const Number& n, Bytes& out) {
  if (n) out.put(*n);
}
void put_flag(bool flag, Bytes& out) { out.put(flag ? "true" : "false"); }

void put_titles(const Task& t, Bytes& out) {
  bool any = false;
  for (const Leader& l : t.leaders) any = any || !l.title.empty();
  if (any) put_joined(t.leaders, out, [&](const Leader& l) { out.put(l.title); });
}

// The same four columns stand for a task and for a sub-task.
template <typename Of, Role role>
void units_of(const Of& x, Bytes& out) {
  put_units(x.units, role, out);
}
template <typename Of>
void deadline_of(const Of& x, Bytes& out) {
  if (x.deadline != nullptr) out.put(x.deadline->text.text);
}
template <typename Of>
void kind_of(const Of& x, Bytes& out) {
  if (x.deadline != nullptr) out.put(deadline_kind_name(x.deadline->kind));
}
template <typename Of>
void due_of(const Of& x, Bytes& out) {
  if (x.deadline != nullptr) out.put(x.deadline->due);
}
template <typename Of>
void milestones_of(const Of& x, Bytes& out) {
  if (x.deadline == nullptr) return;
  put_joined(x.deadline->milestones, out, [&](const Milestone& m) { put_milestone(m, out); });
}

void put_dates(const Task& t, Bytes& out) {
  put_joined(t.dates, out, [&](const Date& d) {
    out.put(d.text.text);
    if (!d.due.empty()) out.put('='), out.put(d.due);
  });
}

void put_extra(const Task& t, Bytes& out) {
  put_joined(t.extra, out, [&](const Extra& e) {
    out.put(e.header);
    out.put('=');
    out.put(e.cell.text);
  });
}

constexpr bool text = true;
constexpr bool plain = false;

constexpr Column<Task> before[] = {
    {"doc", "\u6587\u4EF6", text, [](const Task& t, Bytes& o) { o.put(t.doc); }},            // 文件
    {"line", "\u884C\u53F7", plain, [](const Task& t, Bytes& o) { o.put(t.source.line); }},  // 行号
    {"headings", "\u6807\u9898", text,                                                       // 标题
     [](const Task& t, Bytes& o) { put_joined(t.headings, o, [&](std::string_view h) { o.put(h); }); }},
    {"category", "\u7C7B\u522B", text, [](const Task& t, Bytes& o) { o.put(t.category); }},  // 类别
    {"leaders", "\u9886\u5BFC", text,                                                        // 领导
     [](const Task& t, Bytes& o) { put_joined(t.leaders, o, [&](const Leader& l) { o.put(l.name.text); }); }},
    {"leader_titles", "\u9886\u5BFC\u804C\u52A1", text, put_titles},  // 领导职务
    {"number", "\u5E8F\u53F7", plain, [](const Task& t, Bytes& o) { put_number(t.number, o); }},  // 序号
    {"number_text", "\u539F\u5E8F\u53F7", text,                                                   // 原序号
     [](const Task& t, Bytes& o) { o.put(t.number_text.text); }},
    {"number_inferred", "\u5E8F\u53F7\u4E3A\u63A8\u65AD", plain,  // 序号为推断
     [](const Task& t, Bytes& o) { put_flag(t.number_inferred, o); }},
    {"mark", "\u6807\u8BB0", text, [](const Task& t, Bytes& o) { o.put(t.mark); }},        // 标记
    {"text", "\u4EFB\u52A1", text, [](const Task& t, Bytes& o) { o.put(t.text.text); }},   // 任务
    {"note", "\u9644\u6CE8", text, [](const Task& t, Bytes& o) { o.put(t.note.text); }},   // 附注
    {"lead", "\u7275\u5934\u5355\u4F4D", text, units_of<Task, Role::lead>},                // 牵头单位
    {"responsible", "\u8D23\u4EFB\u5355\u4F4D", text, units_of<Task, Role::responsible>},  // 责任单位
    {"support", "\u914D\u5408\u5355\u4F4D", text, units_of<Task, Role::support>},          // 配合单位
    {"superior_lead", "\u4E0A\u7EA7\u7275\u5934\u5355\u4F4D", text,  // 上级牵头单位
     units_of<Task, Role::superior_lead>},
    {"units_open", "\u5355\u4F4D\u672A\u5217\u5168", plain,  // 单位未列全
     [](const Task& t, Bytes& o) { put_flag(t.units_open, o); }},
    {"units_shared", "\u5355\u4F4D\u5171\u7528", plain,  // 单位共用
     [](const Task& t, Bytes& o) { put_flag(t.units_shared, o); }},
    {"deadline", "\u5B8C\u6210\u65F6\u9650", text, deadline_of<Task>},               // 完成时限
    {"deadline_kind", "\u65F6\u9650\u7C7B\u578B", plain, kind_of<Task>},             // 时限类型
    {"deadline_due", "\u622A\u6B62\u65E5\u671F", text, due_of<Task>},                // 截止日期
    {"deadline_milestones", "\u65F6\u95F4\u8282\u70B9", text, milestones_of<Task>},  // 时间节点
};

// 子任务, then the same words as above.
constexpr Column<SubTask> of_subtask[] = {
    {"subtask_number", "\u5B50\u4EFB\u52A1\u5E8F\u53F7", plain,
     [](const SubTask& s, Bytes& o) { put_number(s.number, o); }},
    {"subtask_text", "\u5B50\u4EFB\u52A1", text, [](const SubTask& s, Bytes& o) { o.put(s.text.text); }},
    {"subtask_lead", "\u5B50\u4EFB\u52A1\u7275\u5934\u5355\u4F4D", text, units_of<SubTask, Role::lead>},
    {"subtask_responsible", "\u5B50\u4EFB\u52A1\u8D23\u4EFB\u5355\u4F4D", text,
     units_of<SubTask, Role::responsible>},
    {"subtask_support", "\u5B50\u4EFB\u52A1\u914D\u5408\u5355\u4F4D", text, units_of<SubTask, Role::support>},
    {"subtask_superior_lead", "\u5B50\u4EFB\u52A1\u4E0A\u7EA7\u7275\u5934\u5355\u4F4D", text,
     units_of<SubTask, Role::superior_lead>},
    {"subtask_units_open", "\u5B50\u4EFB\u52A1\u5355\u4F4D\u672A\u5217\u5168", plain,
     [](const SubTask& s, Bytes& o) { put_flag(s.units_open, o); }},
    {"subtask_deadline", "\u5B50\u4EFB\u52A1\u5B8C\u6210\u65F6\u9650", text, deadline_of<SubTask>},
    {"subtask_deadline_kind", "\u5B50\u4EFB\u52A1\u65F6\u9650\u7C7B\u578B", plain, kind_of<SubTask>},
    {"subtask_deadline_due", "\u5B50\u4EFB\u52A1\u622A\u6B62\u65E5\u671F", text, due_of<SubTask>},
    {"subtask_deadline_milestones", "\u5B50\u4EFB\u52A1\u65F6\u95F4\u8282\u70B9", text,
     milestones_of<SubTask>},
};

constexpr Column<Task> after[] = {
    {"dates", "\u6587\u4E2D\u65E5\u671F", text, put_dates},  // 文中日期
    {"extra", "\u5176\u4ED6\u680F\u76EE", text, put_extra},  // 其他栏目
    {"start", "\u8D77\u59CB\u5B57\u8282", plain,             // 起始字节
     [](const Task& t, Bytes& o) { o.put(t.source.span.start); }},
    {"end", "\u7ED3\u675F\u5B57\u8282", plain,  // 结束字节
     [](const Task& t, Bytes& o) { o.put(t.source.span.end); }},
};

// Each column by itself and not in a loop: what puts it is a part of this, and most cells are empty.
template <const auto& columns, typename Of>
void put_cells(const Of& record, Cells& cells, Bytes& row) {
  [&]<std::size_t... i>(std::index_sequence<i...>) {
    (put_cell(columns[i], record, cells, row), ...);
  }(std::make_index_sequence<std::size(columns)>());
}

}  // namespace

void put_before(const Task& t, Cells& cells, Bytes& row) { put_cells<before>(t, cells, row); }
void put_of_subtask(const SubTask& s, Cells& cells, Bytes& row) { put_cells<of_subtask>(s, cells, row); }
void put_after(const Task& t, Cells& cells, Bytes& row) { put_cells<after>(t, cells, row); }

std::span<const Column<Task>> columns_before() { return before; }
std::span<const Column<SubTask>> columns_of_subtask() { return of_subtask; }
std::span<const Column<Task>> columns_after() { return after; }

std::string_view column_name(std::string_view en, HeaderLanguage language) {
  for (const Column<Task>& c : before) {
    if (c.en == en) return c.name(language);
  }
  return en;
}

void put_units(std::span<const Unit> units, Role role, Bytes& out) {
  bool more = false;
  for (const Unit& u : units) {
    if (u.role != role) continue;
    if (more) out.put(join);
    more = true;
    out.put(u.name.text);
    if (!u.alias.empty()) out.put("\uFF08"), out.put(u.alias), out.put("\uFF09");  // （alias）
  }
}

void put_milestone(const Milestone& m, Bytes& out) {
  out.put(m.due);
  if (!m.due.empty() && !m.text.empty()) out.put(' ');
  out.put(m.text);
}

}  // namespace fenjie::write

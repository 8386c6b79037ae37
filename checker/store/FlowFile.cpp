#include "store/FlowFile.h"

#include "flow_generated.h"
#include "store/VerifyTables.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Compression.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>

namespace earmark {
namespace {

/// Of a FlatBuffer, which has 31 bits for an offset; how much smaller it may be
/// when it is compressed: so that a small file cannot ask for all memory.
constexpr uint64_t MostPlain = (uint64_t(1) << 31) - 1, MostRatio = 512;

constexpr char Magic[8] = {'e', 'a', 'r', 'm', 'a', 'r', 'k', '\n'};

// ---- rows to the file's structs and back --------------------------------------

template <typename Tag> file::Range pack(IdRange<Tag> range) {
  return file::Range(range.begin, range.count);
}
file::Span pack(const Span &span) {
  return file::Span(span.file.value, span.line, span.column, span.endLine, span.endColumn);
}
file::Port pack(const Port &port) {
  return file::Port(port.entity, port.parameter, uint8_t(port.kind));
}

template <typename Tag> void unpack(const file::Range &from, IdRange<Tag> &to) {
  to = {from.begin(), from.count()};
}
void unpack(const file::Span &from, Span &to) {
  to = {TextId(from.file()), from.line(), from.column(), from.end_line(), from.end_column()};
}
void unpack(const file::Port &from, Port &to) {
  to = {PortKind(from.kind()), from.parameter(), from.entity()};
}

file::PathNode pack(const PathNode &row) {
  return file::PathNode(row.parent.value, row.name.value, uint8_t(row.kind));
}
void unpack(const file::PathNode &from, PathNode &to) {
  to = {PathId(from.parent()), ProjectionKind(from.kind()), TextId(from.name())};
}

file::Type pack(const Type &row) {
  uint8_t flags = row.reference | row.constant << 1 | row.boolean << 2 | row.arithmetic << 3 |
                  row.functional << 4;
  return file::Type(row.spelling.value, row.record.value, row.alias.value, pack(row.arguments),
                    row.pointers, flags);
}
void unpack(const file::Type &from, Type &to) {
  to.spelling = TextId(from.spelling());
  to.record = SymbolId(from.record());
  to.alias = SymbolId(from.alias());
  to.pointers = from.pointers();
  to.reference = from.flags() & 1;
  to.constant = from.flags() & 2;
  to.boolean = from.flags() & 4;
  to.arithmetic = from.flags() & 8;
  to.functional = from.flags() & 16;
  unpack(from.arguments(), to.arguments);
}

file::Symbol pack(const Symbol &row) {
  return file::Symbol(row.usr.value, row.name.value, row.signature.value, row.flags,
                      row.parent.value, row.type.value, pack(row.parameters),
                      pack(row.templateArguments), pack(row.place), row.index, uint8_t(row.kind),
                      pack(row.parameterNames));
}
void unpack(const file::Symbol &from, Symbol &to) {
  to.usr = TextId(from.usr());
  to.name = TextId(from.name());
  to.signature = TextId(from.signature());
  to.kind = SymbolKind(from.kind());
  to.flags = from.flags();
  to.parent = SymbolId(from.parent());
  to.type = TypeId(from.type());
  unpack(from.parameters(), to.parameters);
  unpack(from.template_arguments(), to.templateArguments);
  to.index = from.index();
  unpack(from.place(), to.place);
  unpack(from.parameter_names(), to.parameterNames);
}

file::Record pack(const Record &row) {
  return file::Record(row.symbol.value, pack(row.bases), pack(row.fields), pack(row.methods),
                      uint8_t(row.isUnion | row.isAggregate << 1));
}
void unpack(const file::Record &from, Record &to) {
  to.symbol = SymbolId(from.symbol());
  unpack(from.bases(), to.bases);
  unpack(from.fields(), to.fields);
  unpack(from.methods(), to.methods);
  to.isUnion = from.flags() & 1;
  to.isAggregate = from.flags() & 2;
}

file::Override pack(const Override &row) {
  return file::Override(row.method.value, row.overridden.value);
}
void unpack(const file::Override &from, Override &to) {
  to = {SymbolId(from.method()), SymbolId(from.overridden())};
}

file::Function pack(const Function &row) {
  return file::Function(row.symbol.value, row.flags, pack(row.edges), pack(row.kills),
                        pack(row.calls), pack(row.blocks), pack(row.tries), pack(row.handlers),
                        row.cells, pack(row.span), row.parameters);
}
void unpack(const file::Function &from, Function &to) {
  to.symbol = SymbolId(from.symbol());
  to.flags = from.flags();
  to.parameters = from.parameters();
  unpack(from.edges(), to.edges);
  unpack(from.kills(), to.kills);
  unpack(from.calls(), to.calls);
  unpack(from.blocks(), to.blocks);
  unpack(from.tries(), to.tries);
  unpack(from.handlers(), to.handlers);
  to.cells = from.cells();
  unpack(from.span(), to.span);
}

file::Edge pack(const Edge &row) {
  return file::Edge(pack(row.from), pack(row.to), row.fromPath.value, row.toPath.value,
                    pack(row.except), pack(row.steps), uint8_t(row.kind));
}
void unpack(const file::Edge &from, Edge &to) {
  unpack(from.from(), to.from);
  unpack(from.to(), to.to);
  to.fromPath = PathId(from.from_path());
  to.toPath = PathId(from.to_path());
  to.kind = EdgeKind(from.kind());
  unpack(from.except(), to.except);
  unpack(from.steps(), to.steps);
}

file::Step pack(const Step &row) {
  return file::Step(pack(row.span), row.name.value, uint8_t(row.kind));
}
void unpack(const file::Step &from, Step &to) {
  unpack(from.span(), to.span);
  to.kind = StepKind(from.kind());
  to.name = TextId(from.name());
}

file::Kill pack(const Kill &row) { return file::Kill(row.path.value, row.parameter); }
void unpack(const file::Kill &from, Kill &to) { to = {from.parameter(), PathId(from.path())}; }

file::Call pack(const Call &row) {
  return file::Call(row.callee.value, row.receiver.value, pack(row.arguments), pack(row.macros),
                    pack(row.span), row.text.value, row.resultType.value, row.guard.value,
                    row.handling.value, row.builds, uint8_t(row.kind), row.resultOverwritten.value);
}
void unpack(const file::Call &from, Call &to) {
  to.kind = CallKind(from.kind());
  to.callee = SymbolId(from.callee());
  to.receiver = SymbolId(from.receiver());
  unpack(from.arguments(), to.arguments);
  unpack(from.span(), to.span);
  to.text = TextId(from.text());
  unpack(from.macros(), to.macros);
  to.resultType = TypeId(from.result_type());
  to.resultOverwritten = PathId(from.result_overwritten());
  to.builds = from.builds();
  to.guard = TryId(from.guard());
  to.handling = HandlerId(from.handling());
}

file::Handler pack(const Handler &row) { return file::Handler(row.type.value); }
void unpack(const file::Handler &from, Handler &to) { to.type = TypeId(from.type()); }

file::Try pack(const Try &row) { return file::Try(row.outer.value, pack(row.handlers)); }
void unpack(const file::Try &from, Try &to) {
  to.outer = TryId(from.outer());
  unpack(from.handlers(), to.handlers);
}

file::Argument pack(const Argument &row) {
  return file::Argument(row.type.value, row.literal.value, pack(row.span), row.parameter,
                        row.defaulted);
}
void unpack(const file::Argument &from, Argument &to) {
  to.parameter = from.parameter();
  to.type = TypeId(from.type());
  unpack(from.span(), to.span);
  to.literal = TextId(from.literal());
  to.defaulted = from.defaulted();
}

file::Block pack(const Block &row) {
  return file::Block(pack(row.calls), pack(row.successors), pack(row.span),
                     uint8_t(row.returns | row.throws << 1 | row.branches << 2));
}
void unpack(const file::Block &from, Block &to) {
  unpack(from.calls(), to.calls);
  unpack(from.successors(), to.successors);
  unpack(from.span(), to.span);
  to.returns = from.flags() & 1;
  to.throws = from.flags() & 2;
  to.branches = from.flags() & 4;
}

file::Annotation pack(const Annotation &row) {
  return file::Annotation(row.target.value, pack(row.words), pack(row.place), row.parameter,
                          uint8_t(row.kind));
}
void unpack(const file::Annotation &from, Annotation &to) {
  to.kind = AnnotationKind(from.kind());
  to.target = SymbolId(from.target());
  to.parameter = from.parameter();
  unpack(from.words(), to.words);
  unpack(from.place(), to.place);
}

file::Allow pack(const AllowComment &row) {
  return file::Allow(row.rule.value, row.until.value, row.by.value, row.reason.value,
                     pack(row.place));
}
void unpack(const file::Allow &from, AllowComment &to) {
  to.rule = TextId(from.rule());
  to.until = TextId(from.until());
  to.by = TextId(from.by());
  to.reason = TextId(from.reason());
  unpack(from.place(), to.place);
}

// ---- tables -------------------------------------------------------------------

using Builder = flatbuffers::FlatBufferBuilder;

template <typename Row> auto packRows(Builder &builder, const std::vector<Row> &rows) {
  std::vector<decltype(pack(rows.front()))> structs;
  structs.reserve(rows.size());
  for (const Row &row : rows)
    structs.push_back(pack(row));
  return builder.CreateVectorOfStructs(structs);
}
template <typename Tag> auto packIds(Builder &builder, const std::vector<Id<Tag>> &ids) {
  std::vector<uint32_t> numbers;
  numbers.reserve(ids.size());
  for (Id<Tag> id : ids)
    numbers.push_back(id.value);
  return builder.CreateVector(numbers);
}
template <typename Struct, typename Row>
void unpackRows(const flatbuffers::Vector<const Struct *> &from, std::vector<Row> &to) {
  to.resize(from.size());
  for (uint32_t i = 0; i < from.size(); ++i)
    unpack(*from.Get(i), to[i]);
}
template <typename Tag>
void unpackIds(const flatbuffers::Vector<uint32_t> &from, std::vector<Id<Tag>> &to) {
  to.reserve(from.size());
  for (uint32_t number : from)
    to.push_back(Id<Tag>(number));
}

llvm::Error damaged(llvm::MemoryBufferRef file, const llvm::Twine &why) {
  return llvm::createStringError(
      std::errc::invalid_argument, "%s",
      (file.getBufferIdentifier() + ": not a usable flow file: " + why).str().c_str());
}

/// Empty where all is well.
std::string unpackTexts(const file::Unit &from, TextPool &texts) {
  llvm::StringRef bytes(reinterpret_cast<const char *>(from.text_bytes()->data()),
                        from.text_bytes()->size());
  texts.reserve(from.text_ends()->size());
  uint32_t begin = 0;
  for (uint32_t end : *from.text_ends()) {
    if (end < begin || end > bytes.size())
      return "a text ends where it does not begin";
    TextId next(texts.size());
    if (texts.intern(bytes.slice(begin, end)) != next)
      return "a text is there twice";
    begin = end;
  }
  return begin == bytes.size() ? "" : "text that no row names";
}

std::string unpackUnit(const file::Unit &from, Unit &unit) {
  unit.mainFile = from.main_file()->str();
  unit.command = from.command();
  for (const file::Dependency *row : *from.dependencies())
    unit.dependencies.push_back({row->path()->str(), row->digest()});
  for (const file::Problem *row : *from.problems()) {
    if (row->level() > UnitProblem::Error)
      return "unknown level of a problem";
    unit.problems.push_back({UnitProblem::Level(row->level()), row->message()->str(),
                             row->file()->str(), row->line(), row->column(),
                             row->annotation() != 0});
  }
  for (const file::Fallback *row : *from.fallbacks())
    unit.fallbacks.push_back({row->kind()->str(), row->count()});
  unit.systemBodiesSkipped = from.system_bodies_skipped();
  unit.pathsCut = from.paths_cut();

  FlowTables &flow = unit.flow;
  if (std::string why = unpackTexts(from, flow.texts); !why.empty())
    return why;
  flow.paths.clear();
  unpackRows(*from.paths(), flow.paths);
  unpackRows(*from.types(), flow.types);
  unpackIds(*from.type_list(), flow.typeList);
  unpackRows(*from.symbols(), flow.symbols);
  unpackIds(*from.symbol_list(), flow.symbolList);
  unpackRows(*from.records(), flow.records);
  unpackRows(*from.overrides(), flow.overrides);
  unpackRows(*from.functions(), flow.functions);
  unpackRows(*from.edges(), flow.edges);
  unpackIds(*from.excepts(), flow.excepts);
  unpackRows(*from.steps(), flow.steps);
  unpackRows(*from.kills(), flow.kills);
  unpackRows(*from.calls(), flow.calls);
  unpackRows(*from.arguments(), flow.arguments);
  unpackRows(*from.handlers(), flow.handlers);
  unpackRows(*from.tries(), flow.tries);
  unpackRows(*from.blocks(), flow.blocks);
  unpackIds(*from.block_list(), flow.blockList);
  unpackIds(*from.text_list(), flow.textList);
  unpackRows(*from.annotations(), flow.annotations);
  unpackRows(*from.allows(), flow.allows);
  return "";
}

} // namespace

std::string sealFlowPayload(llvm::StringRef payload, uint32_t plainSize) {
  std::string result(Magic, sizeof(Magic));
  char numbers[16];
  llvm::support::endian::write32le(numbers, FlowFileVersion);
  llvm::support::endian::write32le(numbers + 4, plainSize);
  llvm::support::endian::write64le(numbers + 8,
                                   llvm::xxh3_64bits(llvm::arrayRefFromStringRef(payload)));
  result.append(numbers, sizeof(numbers));
  result += payload;
  return result;
}

std::string flowPayload(const Unit &unit) {
  const FlowTables &flow = unit.flow;
  Builder builder(1 << 16);
  std::vector<flatbuffers::Offset<file::Dependency>> dependencies;
  for (const Dependency &row : unit.dependencies)
    dependencies.push_back(
        file::CreateDependency(builder, builder.CreateString(row.path), row.digest));
  std::vector<flatbuffers::Offset<file::Problem>> problems;
  for (const UnitProblem &row : unit.problems) {
    auto message = builder.CreateString(row.message);
    auto where = builder.CreateString(row.file);
    problems.push_back(file::CreateProblem(builder, row.level, row.annotation, message, where,
                                           row.line, row.column));
  }
  std::vector<flatbuffers::Offset<file::Fallback>> fallbacks;
  for (const Fallback &row : unit.fallbacks)
    fallbacks.push_back(file::CreateFallback(builder, builder.CreateString(row.kind), row.count));
  std::vector<uint8_t> bytes;
  std::vector<uint32_t> ends;
  for (uint32_t i = 0; i < flow.texts.size(); ++i) {
    llvm::StringRef text = flow.texts[TextId(i)];
    bytes.insert(bytes.end(), text.bytes_begin(), text.bytes_end());
    ends.push_back(uint32_t(bytes.size()));
  }

  // One statement each: the order in which arguments are evaluated is the
  // compiler's, and the bytes must not depend on it.
  auto mainFile = builder.CreateString(unit.mainFile);
  auto dependencyRows = builder.CreateVector(dependencies);
  auto problemRows = builder.CreateVector(problems);
  auto fallbackRows = builder.CreateVector(fallbacks);
  auto textBytes = builder.CreateVector(bytes);
  auto textEnds = builder.CreateVector(ends);
  auto paths = packRows(builder, flow.paths);
  auto types = packRows(builder, flow.types);
  auto typeList = packIds(builder, flow.typeList);
  auto symbols = packRows(builder, flow.symbols);
  auto symbolList = packIds(builder, flow.symbolList);
  auto records = packRows(builder, flow.records);
  auto overrides = packRows(builder, flow.overrides);
  auto functions = packRows(builder, flow.functions);
  auto edges = packRows(builder, flow.edges);
  auto excepts = packIds(builder, flow.excepts);
  auto steps = packRows(builder, flow.steps);
  auto kills = packRows(builder, flow.kills);
  auto calls = packRows(builder, flow.calls);
  auto arguments = packRows(builder, flow.arguments);
  auto handlers = packRows(builder, flow.handlers);
  auto tries = packRows(builder, flow.tries);
  auto blocks = packRows(builder, flow.blocks);
  auto blockList = packIds(builder, flow.blockList);
  auto textList = packIds(builder, flow.textList);
  auto annotations = packRows(builder, flow.annotations);
  auto allows = packRows(builder, flow.allows);
  file::FinishUnitBuffer(
      builder,
      file::CreateUnit(builder, mainFile, unit.command, dependencyRows, problemRows, fallbackRows,
                       unit.systemBodiesSkipped, unit.pathsCut, textBytes, textEnds, paths, types,
                       typeList, symbols, symbolList, records, overrides, functions, edges, excepts,
                       steps, kills, calls, arguments, handlers, tries, blocks, blockList, textList,
                       annotations, allows));
  return std::string(reinterpret_cast<const char *>(builder.GetBufferPointer()), builder.GetSize());
}

std::string writeFlowFile(const Unit &unit) {
  std::string payload = flowPayload(unit);
  llvm::ArrayRef<uint8_t> plain = llvm::arrayRefFromStringRef(payload);
  if (!llvm::compression::zstd::isAvailable() || plain.size() > MostPlain)
    return sealFlowPayload(payload);
  llvm::SmallVector<uint8_t, 0> compressed;
  llvm::compression::zstd::compress(plain, compressed);
  if (plain.size() > compressed.size() * MostRatio)
    return sealFlowPayload(payload);
  return sealFlowPayload(llvm::toStringRef(compressed), uint32_t(plain.size()));
}

uint64_t contentOfFlowFile(llvm::StringRef file) {
  return file.size() < FlowHeaderSize ? 0 : llvm::support::endian::read64le(file.data() + 16);
}

llvm::Expected<Unit> readFlowFile(llvm::MemoryBufferRef file) {
  llvm::StringRef content = file.getBuffer();
  if (content.size() < FlowHeaderSize ||
      !content.starts_with(llvm::StringRef(Magic, sizeof(Magic))))
    return damaged(file, "it does not begin as one");
  uint32_t version = llvm::support::endian::read32le(content.data() + 8);
  if (version != FlowFileVersion)
    return damaged(file, "its version is " + llvm::Twine(version) + ", this tool reads " +
                             llvm::Twine(FlowFileVersion) + "; extract it again");
  llvm::StringRef payload = content.drop_front(FlowHeaderSize);
  if (llvm::support::endian::read64le(content.data() + 16) !=
      llvm::xxh3_64bits(llvm::arrayRefFromStringRef(payload)))
    return damaged(file, "its checksum does not fit its content");
  llvm::SmallVector<uint8_t, 0> plain;
  if (uint32_t size = llvm::support::endian::read32le(content.data() + 12)) {
    if (size > MostPlain || size > payload.size() * MostRatio)
      return damaged(file, "it says that it is longer than one can be");
    if (!llvm::compression::zstd::isAvailable())
      return damaged(file, "it is compressed by zstd, which this LLVM was built without");
    if (llvm::Error error =
            llvm::compression::zstd::decompress(llvm::arrayRefFromStringRef(payload), plain, size))
      return damaged(file, "it cannot be decompressed: " + llvm::toString(std::move(error)));
    if (plain.size() != size)
      return damaged(file, "it is not as long as it says");
    payload = llvm::toStringRef(plain);
  }

  // FlatBuffers reads in place and wants its alignment.
  std::vector<uint64_t> aligned;
  const uint8_t *data = payload.bytes_begin();
  if (reinterpret_cast<uintptr_t>(data) % alignof(uint64_t) != 0) {
    aligned.resize((payload.size() + 7) / 8);
    std::copy(payload.bytes_begin(), payload.bytes_end(),
              reinterpret_cast<uint8_t *>(aligned.data()));
    data = reinterpret_cast<const uint8_t *>(aligned.data());
  }
  flatbuffers::Verifier verifier(data, payload.size(), /*max_depth=*/16,
                                 /*max_tables=*/1 << 20);
  if (payload.size() < 8 || !file::VerifyUnitBuffer(verifier))
    return damaged(file, "its structure is broken");
  Unit unit;
  if (std::string why = unpackUnit(*file::GetUnit(data), unit); !why.empty())
    return damaged(file, why);
  if (llvm::Error wrong = verifyTables(unit.flow))
    return damaged(file, llvm::toString(std::move(wrong)));
  return unit;
}

} // namespace earmark

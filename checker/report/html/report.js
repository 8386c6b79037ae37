// Shows the report that stands as JSON in this page. All text from it is set as
// text, never as markup: it comes from source code and is hostile input.
const report = JSON.parse([...document.querySelectorAll('script.report')].map(piece => piece.textContent).join(''));
const languages = Object.keys(words);

// ---- what the address says: language, filters, one finding, so that a view can be linked to
let address = new URLSearchParams(location.hash.slice(1));
const languageOf = () => languages.includes(address.get('lang')) ? address.get('lang') : report.language;
let lang = languageOf();
const w = key => words[lang][key];
/// A text that is there in both languages, as `key` and `keyNl`.
const told = (thing, key) => (lang === 'nl' && thing[key + 'Nl']) || thing[key] || '';
const rules = new Map(report.rules.map(rule => [rule.id, rule]));
const ruleOf = id => rules.get(id) || {};
const facets = {
  rule: f => [f.rule], data: f => [f.data], subject: f => [f.subject], purpose: f => f.codePurpose ? [f.codePurpose] : f.purposes,
  recipient: f => [f.recipient || f.store], owner: f => [f.owner] };
const valuesOf = (facet, f) => { const all = facets[facet](f).filter(Boolean); return all.length ? all : ['']; };

function make(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {}))
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null) node.setAttribute(key, value);
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

const severity = { error: 0, warning: 1, note: 2 }, doubt = { certain: 0, likely: 1, possible: 2 };
const active = report.findings.filter(f => !f.suppressed);
active.sort((a, b) => severity[a.level] - severity[b.level] || doubt[a.confidence] - doubt[b.confidence]);
const haystack = new Map();
const textOf = f => haystack.get(f) || (haystack.set(f, [f.message, f.messageNl, f.plain, f.file, f.function, f.rule, f.data, f.fingerprint]
  .join('\n').toLowerCase()), haystack.get(f));

/// What the address asks for; read once for all findings.
let filters = {};
function readFilters() {
  filters = { facets: Object.keys(facets).filter(facet => address.has(facet)).map(facet => [facet, address.get(facet)]),
    level: address.get('level'), q: (address.get('q') || '').toLowerCase() };
}

function matches(f, except) {
  for (const [facet, value] of filters.facets)
    if (facet !== except && !valuesOf(facet, f).includes(value)) return false;
  return (!filters.level || f.level === filters.level) && (!filters.q || textOf(f).includes(filters.q));
}

const remember = () => history.replaceState(null, '', '#' + address);
function setFilter(key, value) {
  if (value === null || value === undefined || (key === 'q' && !value) || address.get(key) === value) address.delete(key);
  else address.set(key, value);
  remember();
  if (key === 'lang') { lang = languageOf(); return showAll(); }
  readFilters();
  showGroups();
  showFindings();
}

// ---- parts of the page
function verdict() {
  const s = report.summary, complete = report.assurance.complete;
  const failing = report.exitStatus === 1 || s.errors > 0;
  const kind = !complete ? 'incomplete' : failing ? 'fail' : 'pass';
  const said = !complete ? w('incomplete') : failing ? w('fail') : s.warnings + s.notes ? w('warn') : w('pass');
  const many = (n, word) => `${n} ${w(n === 1 ? word : word + 's')}`;
  const counts = `${many(s.errors, 'error')}, ${many(s.warnings, 'warning')}, ${many(s.notes, 'note')}` +
    (s.suppressed ? `; ${s.suppressed} ${w('suppressed')}` : '') + ` (${w('asOf')} ${report.asOf})`;
  const news = s.baseline ? make('small', { class: 'news' },
    `${active.length} ${w('isNew')}, ${s.inBaseline} ${w('inBaseline')}, ${s.gone} ${w('gone')}`) : null;
  const missing = complete ? null : make('small', {}, `${report.assurance.unitsNotAnalysed.length} ${w('notAnalysed')}`);
  return make('div', { class: 'verdict ' + kind, role: 'status' }, said, make('small', {}, counts), news, missing);
}

const sentence = f => told(f, 'plain') || told(f, 'message');

function severe() {
  const first = active.filter(f => f.level !== 'note').slice(0, 5);
  if (!first.length) return [];
  return [make('h2', {}, w('severe')), make('ol', { class: 'severe' }, ...first.map(f => make('li', {},
    make('span', { class: 'level ' + f.level }, w(f.level)), ' ', make('a', { href: linkTo(f) }, sentence(f)), ' ', make('span', { class: 'title' }, told(ruleOf(f.rule), 'title')), ' ',
    make('span', { class: 'place' }, placeText(f)))))];
}

function gone() {
  if (!report.gone.length) return [];
  return [make('details', { class: 'gone' }, make('summary', {}, `${w('goneTitle')}: ${report.gone.length}`),
    make('ul', {}, ...report.gone.map(f => make('li', {}, told(f, 'message'), ' ',
      make('span', { class: 'place' }, `[${f.rule}] ${f.file}:${f.line}`)))))];
}

function showGroups() {
  const groups = document.getElementById('groups');
  groups.replaceChildren();
  for (const facet of Object.keys(facets)) {
    const counts = new Map();
    for (const f of active) if (matches(f, facet)) for (const value of valuesOf(facet, f)) counts.set(value, (counts.get(value) || 0) + 1);
    const name = value => (facet === 'rule' && told(ruleOf(value), 'title')) || value || w('none');
    const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value, count]) =>
      make('li', {}, make('button', { type: 'button', 'aria-pressed': String(address.get(facet) === value), 'data-facet': facet, 'data-value': value,
        onclick: () => refocus(facet, value) }, make('span', { class: 'name' }, name(value)), make('span', {}, String(count)))));
    groups.append(make('section', { class: 'group' }, make('h3', {}, w(facet)), make('ul', { tabindex: '0', 'aria-label': w(facet) }, ...rows)));
  }
}

/// The groups are drawn again: who came by keyboard stays where they were.
function refocus(facet, value) {
  setFilter(facet, value);
  for (const button of document.querySelectorAll('#groups button'))
    if (button.dataset.facet === facet && button.dataset.value === value) button.focus();
}

function excerpt(place) {
  const found = report.excerpts[`${place.file}:${place.line}:${place.column}`];
  if (!found) return null;
  return make('pre', { tabindex: '0', 'aria-label': placeText(place) }, `${String(place.line).padStart(5)} | ${found.text}\n      | `,
    make('span', { class: 'mark' }, found.marker));
}

const placeText = p => `${p.file}:${p.line}:${p.column}`;
const linkTo = f => { const to = new URLSearchParams(); if (address.has('lang')) to.set('lang', lang); to.set('finding', f.fingerprint); return '#' + to; };

/// A step of a way; its texts are told once for the whole report.
const stepOf = ([file, line, column, text, textNl, inside]) =>
  ({ file: report.texts[file], line, column, text: report.texts[text], textNl: report.texts[textNl], function: report.texts[inside] });

function body(f) {
  const law = [f.clause && `${w('clause')} ${f.clause}`, f.article].filter(Boolean).join(', ');
  const rows = [];
  const row = (name, value) => { if (value) rows.push(make('dt', {}, name), make('dd', {}, value)); };
  row(w('exactly'), told(f, 'message'));
  row(w('breaks'), law);
  row(w('why'), told(ruleOf(f.rule), 'why'));
  row(w('mend'), told(ruleOf(f.rule), 'mend'));
  row(w('sure'), w(f.confidence));
  row(w('subject'), f.subject);
  row(w('purpose'), f.codePurpose || f.purposes.join(', '));
  row(w('recipient'), f.recipient || f.store);
  row(w('owner'), f.owner);
  if (f.source.declaration) row(w('declared'), placeText(f.source.declaration));
  rows.push(make('dt', {}, w('fingerprint')), make('dd', {}, f.fingerprint, ' ', make('a', { href: linkTo(f) }, w('link'))));
  const steps = f.path.map(stepOf).map(step => make('li', {}, make('span', {}, told(step, 'text') + (step.function ? ` (${w('inFunction')} ${step.function})` : '')), ' ',
    make('span', { class: 'place' }, placeText(step)), excerpt(step)));
  return make('div', { class: 'body' }, excerpt(f), make('dl', {}, ...rows), make('h3', {}, w('path')), make('ol', {}, ...steps));
}

function card(f) {
  const node = make('details', { class: 'finding', id: 'f-' + f.fingerprint }, make('summary', {},
    make('span', { class: 'level ' + f.level }, w(f.level)), ' ', sentence(f), ' ', make('span', { class: 'title' }, told(ruleOf(f.rule), 'title')), ' ',
    make('span', { class: 'place' }, `[${f.rule}] ${placeText(f)}`)));
  const fill = () => { if (node.childElementCount === 1) node.append(body(f)); };
  node.addEventListener('toggle', () => { if (node.open) fill(); });
  node.fill = fill;
  return node;
}

const Chunk = 100;
let chosen = [], drawn = 0, watcher = null;
function drawMore(count) {
  const list = document.getElementById('list');
  list.append(...chosen.slice(drawn, drawn + count).map(card));
  drawn = Math.min(chosen.length, drawn + count);
  document.getElementById('more').classList.toggle('hidden', drawn >= chosen.length);
}
function showFindings() {
  chosen = active.filter(f => matches(f));
  drawn = 0;
  document.getElementById('list').replaceChildren();
  document.getElementById('count').textContent = `${chosen.length} ${w('of')} ${active.length} ${w('shown')}`;
  document.getElementById('nothing').classList.toggle('hidden', chosen.length > 0 || !active.length);
  drawMore(Chunk);
}

/// Opens the finding that the address names.
function openLinked() {
  const at = chosen.findIndex(f => f.fingerprint === address.get('finding'));
  if (at < 0) return;
  if (at >= drawn) drawMore(at + 1 - drawn);
  const node = document.getElementById('list').children[at];
  node.fill();
  node.open = true;
  node.firstElementChild.focus();
  node.scrollIntoView({ block: 'start' });
}

function flowMap() {
  const maps = document.getElementById('maps');
  const map = maps && maps.querySelector(`[data-lang=${lang}]`);
  if (!map) return [];
  const shown = map.cloneNode(true);
  shown.hidden = false;
  return [make('h2', {}, w('map')), make('p', { class: 'dim' }, w('mapNote')), make('div', { class: 'map', tabindex: '0', role: 'group', 'aria-label': w('map') }, shown),
    make('details', { class: 'flows' }, make('summary', {}, `${w('flows')}: ${report.flows.length}`), flowTable())];
}

function table(heads, rows) {
  return make('table', {}, make('thead', {}, make('tr', {}, ...heads.map(head => make('th', { scope: 'col' }, head)))),
    make('tbody', {}, ...rows.map(cells => make('tr', {}, ...cells.map(cell => make('td', {}, cell))))));
}

function flowTable() {
  const end = f => f.end === 'use' ? w('use') : f.end === 'unknown-function' ? `${w('unknownEnd')}: ${f.receiver}` : [f.sink, f.receiver || f.store].filter(Boolean).join(': ');
  return table(['data', 'subject', 'purpose', 'to', 'protectedBy', 'places', 'errors', 'warnings'].map(w), report.flows.map(f =>
    [f.data, f.subject, f.purposes.join(', '), end(f), f.always.join(', '), String(f.places), String(f.errors), String(f.warnings)]));
}

function assurance() {
  const a = report.assurance, rows = [];
  const row = (name, value) => rows.push(make('dt', {}, name), make('dd', {}, String(value)));
  row(w('units'), a.unitsAnalysed);
  row(w('functions'), a.functions);
  row(w('calls'), a.calls);
  row(w('cut'), a.pathsCut + a.boundsHit);
  if (a.fallbacks.length) row(w('fallbacks'), a.fallbacks.map(f => `${f.kind} ${f.count}`).join(', '));
  row(w('tool'), a.tool);
  row(w('policy'), a.policyDigest);
  row(w('models'), a.modelsDigest);
  const parts = [make('dl', {}, ...rows)];
  if (a.unitsNotAnalysed.length)
    parts.push(make('h3', {}, `${a.unitsNotAnalysed.length} ${w('notAnalysed')}`),
      make('ul', {}, ...a.unitsNotAnalysed.map(unit => make('li', {}, `${unit.what}: ${unit.why}`))));
  if (a.exceptionsUsed.length)
    parts.push(make('h3', {}, w('exceptions')), make('ul', {}, ...a.exceptionsUsed.map(used => make('li', {}, used))));
  if (a.callsWithoutModel.length)
    parts.push(make('details', {}, make('summary', {}, `${w('unknown')}: ${a.callsWithoutModel.length}`), table(['code', 'times', 'withData'].map(w),
      a.callsWithoutModel.map(call => [call.callee, String(call.count), call.personal ? w('yes') : w('no')]))));
  return parts;
}

function showAll() {
  readFilters();
  document.documentElement.lang = lang;
  document.title = `Earmark: ${w('title')}`;
  const search = make('input', { type: 'search', id: 'search', placeholder: w('search'), 'aria-label': w('search'), value: address.get('q') || '',
    oninput: event => setFilter('q', event.target.value) });
  const level = make('select', { id: 'level', 'aria-label': w('level'), onchange: event => setFilter('level', event.target.value || null) },
    ...['', 'error', 'warning', 'note'].map(value => make('option', { value, ...(address.get('level') === value ? { selected: '' } : {}) }, value ? w(value) : w('level'))));
  document.getElementById('page').replaceChildren(
    make('header', {}, make('h1', {}, `Earmark: ${w('title')}`), make('span', { class: 'grow' }),
      make('button', { type: 'button', id: 'language', lang: lang === 'en' ? 'nl' : 'en', onclick: () => setFilter('lang', lang === 'en' ? 'nl' : 'en') }, lang === 'en' ? 'Nederlands' : 'English'),
      make('button', { type: 'button', id: 'theme', onclick: changeTheme }, w('theme')),
      make('button', { type: 'button', onclick: () => print() }, w('print'))),
    make('main', {}, verdict(), ...severe(), ...gone(), ...(active.length ? [make('h2', {}, w('overview'))] : []),
      make('div', { id: 'groups', class: 'groups' }), ...flowMap(),
      make('h2', {}, w('findings'), ' ', make('small', { id: 'count', role: 'status' })),
      make('div', { class: 'bar' }, search, level, make('button', { type: 'button', id: 'clear', onclick: clearFilters }, w('clear'))),
      make('p', { id: 'nothing', class: 'dim' }, w('nothing')),
      make('div', { id: 'list' }), make('div', { id: 'more' }, make('button', { type: 'button', onclick: () => drawMore(Chunk) }, '…')),
      make('h2', {}, w('assurance')), ...assurance()),
    make('footer', { class: 'keys' }, w('keys')));
  if (active.length) showGroups();
  showFindings();
  if (watcher) watcher.disconnect();
  watcher = new IntersectionObserver(seen => { if (seen.some(entry => entry.isIntersecting)) drawMore(Chunk); });
  watcher.observe(document.getElementById('more'));
  openLinked();
}

function clearFilters() {
  for (const key of [...address.keys()]) if (key !== 'lang') address.delete(key);
  remember();
  showAll();
}

function changeTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

addEventListener('hashchange', () => {
  address = new URLSearchParams(location.hash.slice(1));
  lang = languageOf();
  showAll();
});
addEventListener('beforeprint', () => {
  drawMore(chosen.length);
  for (const node of document.querySelectorAll('details')) { if (node.fill) node.fill(); node.open = true; }
});
addEventListener('keydown', event => {
  const typing = event.target.matches('input, select');
  if (event.key === 'Escape') { clearFilters(); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/') { event.preventDefault(); document.getElementById('search').focus(); return; }
  if (event.key !== 'j' && event.key !== 'k') return;
  const summaries = [...document.querySelectorAll('details.finding > summary')];
  const at = summaries.indexOf(document.activeElement);
  const next = summaries[event.key === 'j' ? at + 1 : Math.max(at - 1, 0)];
  if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); }
});
showAll();

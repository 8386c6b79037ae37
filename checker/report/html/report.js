'use strict';
// Shows the report that stands as JSON in this page. All text from it is set as
// text, never as markup: it comes from source code and is hostile input.
const report = JSON.parse(document.getElementById('report').textContent);
const words = {
  en: { title: 'Personal data report', pass: 'Passes: nothing to report', fail: 'Fails', incomplete: 'Incomplete',
    warn: 'Passes with remarks', notAnalysed: 'not analysed, so that nothing is known of what they do with personal data',
    errors: 'errors', warnings: 'warnings', notes: 'notes', suppressed: 'covered by an exception or the baseline', asOf: 'as of',
    findings: 'Findings', shown: 'shown', of: 'of', search: 'Search in findings', clear: 'Clear filters', level: 'level',
    rule: 'Rule', data: 'Data', subject: 'Whose', purpose: 'Purpose', recipient: 'Recipient or store', owner: 'Owner',
    none: '(none)', breaks: 'Breaks', mend: 'How to mend it', sure: 'Certain?', path: 'The way of the data', declared: 'Declared personal',
    fingerprint: 'Fingerprint', inFunction: 'in', certain: 'certain: the value flows all the way',
    likely: 'likely: through a call that no model knows', possible: 'possible: through objects out of sight, or past a bound',
    assurance: 'What this rests on', units: 'units analysed', functions: 'functions', calls: 'calls',
    unknown: 'Functions that no model knows', times: 'calls', withData: 'with personal data', yes: 'yes', no: 'no',
    cut: 'searches cut by a bound', exceptions: 'Exceptions used', tool: 'Tool', policy: 'Policy', models: 'Models',
    theme: 'Light or dark', print: 'Print', keys: 'Keys: j next, k previous, Enter opens, / searches, Esc clears the filters',
    code: 'Where', error: 'error', warning: 'warning', note: 'note', clause: 'clause', fallbacks: 'Constructs followed without precision' },
  nl: { title: 'Rapport persoonsgegevens', pass: 'Voldoet: niets te melden', fail: 'Voldoet niet', incomplete: 'Onvolledig',
    warn: 'Voldoet, met opmerkingen', notAnalysed: 'niet onderzocht: wat die met persoonsgegevens doen is onbekend',
    errors: 'fouten', warnings: 'waarschuwingen', notes: 'opmerkingen', suppressed: 'gedekt door een uitzondering of de nulmeting', asOf: 'peildatum',
    findings: 'Bevindingen', shown: 'getoond', of: 'van', search: 'Zoek in bevindingen', clear: 'Wis filters', level: 'ernst',
    rule: 'Regel', data: 'Gegeven', subject: 'Van wie', purpose: 'Doel', recipient: 'Ontvanger of opslag', owner: 'Eigenaar',
    none: '(geen)', breaks: 'In strijd met', mend: 'Wat te doen', sure: 'Zeker?', path: 'De weg van het gegeven', declared: 'Als persoonlijk aangemerkt',
    fingerprint: 'Vingerafdruk', inFunction: 'in', certain: 'zeker: de waarde stroomt de hele weg',
    likely: 'waarschijnlijk: door een aanroep die geen model kent', possible: 'mogelijk: door objecten buiten zicht, of voorbij een grens',
    assurance: 'Waar dit op rust', units: 'eenheden onderzocht', functions: 'functies', calls: 'aanroepen',
    unknown: 'Functies die geen model kent', times: 'aanroepen', withData: 'met persoonsgegevens', yes: 'ja', no: 'nee',
    cut: 'zoektochten door een grens beperkt', exceptions: 'Gebruikte uitzonderingen', tool: 'Programma', policy: 'Beleid', models: 'Modellen',
    theme: 'Licht of donker', print: 'Afdrukken', keys: 'Toetsen: j volgende, k vorige, Enter opent, / zoekt, Esc wist de filters',
    code: 'Waar', error: 'fout', warning: 'waarschuwing', note: 'opmerking', clause: 'artikel', fallbacks: 'Constructies zonder precisie gevolgd' } };

// ---- what the address says: language and filters, so that a view can be linked to
const address = new URLSearchParams(location.hash.slice(1));
let lang = words[address.get('lang')] ? address.get('lang') : report.language;
const w = key => words[lang][key];
const facets = {
  rule: f => [f.rule], data: f => [f.data], subject: f => [f.subject], purpose: f => f.purposes,
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

const active = report.findings.filter(f => !f.suppressed);
const severity = { error: 0, warning: 1, note: 2 };
active.sort((a, b) => severity[a.level] - severity[b.level]);
const haystack = new Map();
const textOf = f => haystack.get(f) || (haystack.set(f, [f.message, f.messageNl, f.file, f.function, f.rule, f.data, f.fingerprint]
  .join('\n').toLowerCase()), haystack.get(f));

function matches(f, except) {
  for (const facet of Object.keys(facets))
    if (facet !== except && address.has(facet) && !valuesOf(facet, f).includes(address.get(facet))) return false;
  if (address.has('level') && f.level !== address.get('level')) return false;
  return !address.get('q') || textOf(f).includes(address.get('q').toLowerCase());
}

function setFilter(key, value) {
  if (value === null || value === undefined || (key === 'q' && !value) || address.get(key) === value) address.delete(key);
  else address.set(key, value);
  history.replaceState(null, '', '#' + address);
  if (key === 'lang') { lang = words[address.get('lang')] ? address.get('lang') : report.language; return showAll(); }
  showGroups();
  showFindings();
}

// ---- parts of the page
function verdict() {
  const s = report.summary, complete = report.assurance.complete;
  const failing = report.exitStatus === 1 || s.errors > 0;
  const kind = !complete ? 'incomplete' : failing ? 'fail' : 'pass';
  const said = !complete ? w('incomplete') : failing ? w('fail') : s.warnings + s.notes ? w('warn') : w('pass');
  const counts = `${s.errors} ${w('errors')}, ${s.warnings} ${w('warnings')}, ${s.notes} ${w('notes')}` +
    (s.suppressed ? `; ${s.suppressed} ${w('suppressed')}` : '') + ` (${w('asOf')} ${report.asOf})`;
  const missing = complete ? null : make('small', {}, `${report.assurance.unitsNotAnalysed.length} ${w('notAnalysed')}`);
  return make('div', { class: 'verdict ' + kind, role: 'status' }, said, make('small', {}, counts), missing);
}

function showGroups() {
  const groups = document.getElementById('groups');
  groups.replaceChildren();
  for (const facet of Object.keys(facets)) {
    const counts = new Map();
    for (const f of active) if (matches(f, facet)) for (const value of valuesOf(facet, f)) counts.set(value, (counts.get(value) || 0) + 1);
    const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value, count]) =>
      make('li', {}, make('button', { type: 'button', 'aria-pressed': String(address.get(facet) === value),
        onclick: () => setFilter(facet, value) }, make('span', { class: 'name' }, value || w('none')), make('span', {}, String(count)))));
    groups.append(make('section', { class: 'group' }, make('h3', {}, w(facet)), make('ul', { tabindex: '0', 'aria-label': w(facet) }, ...rows)));
  }
}

function excerpt(place) {
  const found = report.excerpts[`${place.file}:${place.line}:${place.column}`];
  if (!found) return null;
  return make('pre', { tabindex: '0' }, `${String(place.line).padStart(5)} | ${found.text}\n      | `, make('span', { class: 'mark' }, found.marker));
}

const placeText = p => `${p.file}:${p.line}:${p.column}`;

function body(f) {
  const law = [f.clause && `${w('clause')} ${f.clause}`, f.article].filter(Boolean).join(', ');
  const rows = [];
  const row = (name, value) => { if (value) rows.push(make('dt', {}, name), make('dd', {}, value)); };
  row(w('breaks'), law);
  row(w('mend'), lang === 'nl' && f.mendNl ? f.mendNl : f.mend);
  row(w('sure'), w(f.confidence));
  row(w('subject'), f.subject);
  row(w('purpose'), f.purposes.join(', '));
  row(w('recipient'), f.recipient || f.store);
  row(w('owner'), f.owner);
  if (f.source.declaration) row(w('declared'), placeText(f.source.declaration));
  row(w('fingerprint'), f.fingerprint);
  const steps = f.path.map(step => make('li', {}, make('span', {}, step.text + (step.function ? ` (${w('inFunction')} ${step.function})` : '')), ' ',
    make('span', { class: 'place' }, placeText(step)), excerpt(step)));
  return make('div', { class: 'body' }, excerpt(f), make('dl', {}, ...rows), make('h3', {}, w('path')), make('ol', {}, ...steps));
}

function card(f) {
  const sentence = lang === 'nl' && f.messageNl ? f.messageNl : f.message;
  const node = make('details', { class: 'finding', id: 'f-' + f.fingerprint }, make('summary', {},
    make('span', { class: 'level ' + f.level }, w(f.level)), ' ', sentence, ' ', make('span', { class: 'place' }, `[${f.rule}] ${placeText(f)}`)));
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
  drawMore(Chunk);
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
    parts.push(make('details', {}, make('summary', {}, `${w('unknown')}: ${a.callsWithoutModel.length}`), make('table', {},
      make('thead', {}, make('tr', {}, ...['code', 'times', 'withData'].map(key => make('th', { scope: 'col' }, w(key))))),
      make('tbody', {}, ...a.callsWithoutModel.map(call => make('tr', {}, make('td', {}, call.callee),
        make('td', {}, String(call.count)), make('td', {}, call.personal ? w('yes') : w('no'))))))));
  return parts;
}

function showAll() {
  document.documentElement.lang = lang;
  document.title = `Earmark: ${w('title')}`;
  const search = make('input', { type: 'search', id: 'search', placeholder: w('search'), 'aria-label': w('search'), value: address.get('q') || '',
    oninput: event => setFilter('q', event.target.value) });
  const level = make('select', { 'aria-label': w('level'), onchange: event => setFilter('level', event.target.value || null) },
    ...['', 'error', 'warning', 'note'].map(value => make('option', { value, ...(address.get('level') === value ? { selected: '' } : {}) }, value ? w(value) : w('level'))));
  document.getElementById('page').replaceChildren(
    make('header', {}, make('h1', {}, `Earmark: ${w('title')}`), make('span', { class: 'grow' }),
      make('button', { type: 'button', id: 'language', lang: lang === 'en' ? 'nl' : 'en', onclick: () => setFilter('lang', lang === 'en' ? 'nl' : 'en') }, lang === 'en' ? 'Nederlands' : 'English'),
      make('button', { type: 'button', id: 'theme', onclick: changeTheme }, w('theme')),
      make('button', { type: 'button', onclick: () => print() }, w('print'))),
    make('main', {}, verdict(), make('div', { id: 'groups', class: 'groups' }),
      make('h2', {}, w('findings'), ' ', make('small', { id: 'count' })),
      make('div', { class: 'bar' }, search, level, make('button', { type: 'button', onclick: clearFilters }, w('clear'))),
      make('div', { id: 'list' }), make('div', { id: 'more' }, make('button', { type: 'button', onclick: () => drawMore(Chunk) }, '…')),
      make('h2', {}, w('assurance')), ...assurance()),
    make('footer', { class: 'keys' }, w('keys')));
  showGroups();
  showFindings();
  if (watcher) watcher.disconnect();
  watcher = new IntersectionObserver(seen => { if (seen.some(entry => entry.isIntersecting)) drawMore(Chunk); });
  watcher.observe(document.getElementById('more'));
}

function clearFilters() {
  for (const key of [...address.keys()]) if (key !== 'lang') address.delete(key);
  history.replaceState(null, '', '#' + address);
  showAll();
}

function changeTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
}

addEventListener('beforeprint', () => {
  drawMore(chosen.length);
  for (const node of document.querySelectorAll('details.finding')) { node.fill(); node.open = true; }
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

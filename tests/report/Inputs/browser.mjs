// Drives the report in a browser as a person does.
// usage: browser.mjs MODULES BROWSER FOLDER
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';

const [modules, executablePath, folder] = process.argv.slice(2);
const require = createRequire(modules + '/');
const { chromium } = require('playwright-core');
const axeSource = readFileSync(modules + '/axe-core/axe.min.js', 'utf8');

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const problems = [], asked = [];

async function open(file, { hash = '', ...options } = {}) {
  // axe is a script of the test, which the page's own policy would refuse.
  const context = await browser.newContext({ bypassCSP: false, viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') problems.push(`${file}: ${message.text()}`); });
  page.on('pageerror', error => problems.push(`${file}: ${error.message}`));
  page.on('dialog', dialog => { problems.push(`${file}: a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => { if (!request.url().startsWith('file:')) asked.push(request.url()); });
  await page.goto(`file://${folder}/${file}${hash}`);
  return page;
}
const count = (page, selector) => page.locator(selector).count();
const text = (page, selector) => page.locator(selector).first().innerText();

// ---- the first screen
let page = await open('report.html');
const verdict = await text(page, '.verdict');
const [, isNew, known, gone] = verdict.match(/(\d+) new since the baseline, (\d+) in the baseline, (\d+) gone/);
console.log(`the first screen: ${verdict.split('\n')[0]}, ${isNew} new, ${known} known, ${gone} gone`);
assert.equal(await count(page, 'details.finding'), Number(isNew));
await page.locator('details.gone summary').click();
assert.match(await text(page, 'details.gone li'), /contact.phone.*old\.cpp:4/s);

const severe = await count(page, '.severe a');
await page.locator('.severe a').first().click();
await page.waitForSelector('details.finding[open]');
assert.match(page.url(), /#finding=[0-9a-f]{16}$/);
assert.equal(await count(page, 'details.finding[open]'), 1);
const linked = page.url();
console.log(`most severe: ${severe} links, the first opens its finding`);

// ---- filters
await page.goto(`file://${folder}/report.html`);
for (const facet of ['rule', 'data', 'subject', 'purpose', 'recipient', 'owner']) {
  const button = page.locator(`#groups button[data-facet=${facet}]`).last();
  const wanted = Number(await button.locator('span').last().innerText());
  await button.click();
  assert.equal(await count(page, 'details.finding'), wanted, facet);
  assert.match(page.url(), new RegExp(`#${facet}=`));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.facet), facet, 'focus stays');
  const again = await open('report.html', { hash: new URL(page.url()).hash });
  assert.equal(await count(again, 'details.finding'), wanted, facet + ' by link');
  assert.equal(await again.locator(`#groups button[data-facet=${facet}][aria-pressed=true]`).count(), 1);
  await again.close();
  await page.locator('#clear').click();
  assert.equal(await count(page, 'details.finding'), Number(isNew));
}
// Going to another address in the same page counts too, whatever it says.
await page.evaluate(() => { location.hash = '#level=note'; });
await page.waitForFunction(() => !document.querySelector('details.finding'));
await page.evaluate(() => { location.hash = '#lang=constructor&rule=__proto__&level=%3Cimg%20src%3Dx%3E'; });
await page.waitForFunction(() => document.getElementById('count').textContent.startsWith('0 '));
assert.match(await text(page, 'h1'), /Personal data report/);
await page.evaluate(() => { location.hash = ''; });
await page.waitForSelector('details.finding');
console.log('filters: each narrows, the address keeps them, a link brings them back');

await page.locator('#search').fill('puts');
assert.equal(await count(page, 'details.finding'), 1);
await page.locator('#search').fill('nothing says this');
assert.ok(await page.locator('#nothing').isVisible());
await page.locator('#search').fill('');
assert.ok(!await page.locator('#nothing').isVisible());
console.log('search: narrows, and says when nothing matches');

// ---- one finding
page = await open('report.html', { hash: new URL(linked).hash });
const open1 = page.locator('details.finding[open]');
const summary = await open1.locator('summary').innerText(), body = await open1.locator('.body').innerText();
assert.match(summary, /(E-mail address|First name and surname) of customer is (written to a log|passed to a third party \(acme-mail\)), for service\./);
for (const wanted of ['Exactly', 'Breaks', 'GDPR Art.', 'Why it matters', 'How to mend it', 'Certain?', 'Owner', 'Declared personal'])
  assert.ok(body.includes(wanted), wanted);
assert.ok(await open1.locator('ol > li').count() >= 2);
assert.match(await open1.locator('ol pre').first().innerText(), /\d+ \| .*customer\.(email|name)/);
console.log('a finding: sentence, law, why, mend, way with code');

// ---- languages
await page.locator('#language').click();
assert.match(page.url(), /lang=nl/);
assert.equal(await page.evaluate(() => document.documentElement.lang), 'nl');
const dutch = await text(page, '#page');
for (const wanted of ['Voldoet niet', 'Het ernstigst', 'Van wie', 'Waar dit op rust', 'Alle gegevensstromen', 'nieuw sinds de nulmeting'])
  assert.ok(dutch.includes(wanted), wanted);
const dutchFinding = await text(page, 'details.finding[open] .body');
assert.match(dutchFinding, /In strijd met[\s\S]*Waarom het telt[\s\S]*De weg van het gegeven[\s\S]*leest 'Customer::/);
for (const english of [/\bundefined\b/, /How to mend/, /Which data/, /is passed to/, /Breaks/])
  assert.ok(!english.test(dutch + dutchFinding), String(english));
console.log('languages: everything in Dutch');

// ---- keyboard
page = await open('report.html');
await page.keyboard.press('j');
assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
await page.keyboard.press('j');
await page.keyboard.press('Enter');
assert.ok(await page.locator('details.finding').nth(1).evaluate(node => node.open));
await page.keyboard.press('k');
assert.equal(await page.evaluate(() => [...document.querySelectorAll('details.finding > summary')].indexOf(document.activeElement)), 0);
await page.keyboard.press('/');
await page.keyboard.type('email');
assert.match(page.url(), /q=email/);
await page.keyboard.press('Escape');
assert.ok(!page.url().includes('q='));
console.log('keyboard: j, k, Enter, /, Esc');

// ---- print
await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
await page.emulateMedia({ media: 'print' });
assert.equal(await count(page, 'details.finding[open] .body'), Number(isNew));
assert.ok(!await page.locator('#search').isVisible());
const pdf = await page.pdf({ format: 'A4' });
assert.ok(pdf.length > 10000);
console.log('print: every finding is open');

// ---- light and dark
const back = async options => { const seen = await open('report.html', options); return [seen, await seen.evaluate(() => getComputedStyle(document.body).backgroundColor)]; };
const [light, lightBack] = await back({ colorScheme: 'light' });
const [dark, darkBack] = await back({ colorScheme: 'dark' });
assert.notEqual(lightBack, darkBack);
await dark.locator('#theme').click();
assert.equal(await dark.evaluate(() => getComputedStyle(document.body).backgroundColor), lightBack);
assert.equal(await dark.evaluate(() => getComputedStyle(document.querySelector('.map svg')).getPropertyValue('--paper').trim()), '#fff');
console.log('themes: light and dark differ, both readable');

// ---- hostile text
assert.equal(await count(light, 'img'), 0);
assert.match(await text(light, '#groups'), /<b>desk<\/b>/);
assert.equal(await count(light, '#groups b'), 0);
for (const summary of await light.locator('details.finding > summary').all()) await summary.click();
assert.ok((await text(light, '#list')).includes('</script><script>alert(2)</script>'));
// Even what gets into the page by another way does not run.
await light.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hit = 1"><script>window.hit = 2</script>'); });
assert.equal(await light.evaluate(() => window.hit), undefined);
problems.splice(0, problems.length, ...problems.filter(problem => !/Content Security Policy/.test(problem)));
console.log('hostile text: shown, not run');

const nodes = await count(light, '.map rect.node');
assert.ok(await count(light, '.map path.band.error') > 0);
assert.ok((await light.locator('.map svg').textContent()).includes('acme-mail (NL)'));
await light.locator('details.flows > summary').click();
assert.ok(await count(light, 'details.flows tbody tr') >= 3);
console.log(`flow map: ${nodes} nodes, red bands`);

const clean = await open('clean.html'), broken = await open('broken.html');
assert.match(await text(clean, '.verdict'), /^Passes/);
assert.match(await text(broken, '.verdict'), /^Incomplete[\s\S]*1 not analysed/);
assert.match(await text(broken, 'main'), /broken\.cpp: /);
console.log('clean: passes; broken: incomplete');

const record = await open('record.html');
assert.equal(await count(record, 'script'), 0);
console.log(`record: no script, ${await count(record, 'h3')} activities`);

// ---- axe, in a context that lets it in
let views = 0;
for (const [file, options] of [['report.html', { colorScheme: 'light' }], ['report.html', { colorScheme: 'dark', hash: new URL(linked).hash }],
  ['report.html', { hash: '#lang=nl', viewport: { width: 400, height: 800 } }], ['broken.html', {}], ['record.html', { colorScheme: 'light' }],
  ['record.html', { colorScheme: 'dark' }]]) {
  const seen = await open(file, { ...options, bypassCSP: true });
  for (const details of await seen.locator('details > summary').all()) await details.click();
  await seen.evaluate(axeSource);
  const { violations } = await seen.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  const serious = violations.filter(found => ['serious', 'critical'].includes(found.impact));
  assert.deepEqual(serious.map(found => `${file}: ${found.id}: ${found.nodes.map(node => node.html).slice(0, 3).join(' ')}`), []);
  ++views;
}
console.log(`axe: nothing serious in ${views} views`);

// ---- many findings
const html = readFileSync(`${folder}/report.html`, 'utf8');
const tag = '<script type="application/json" class="report">', end = '</script>\n';
const from = html.indexOf(tag), to = html.lastIndexOf('<script>');
const data = JSON.parse(html.slice(from, to).split(end).map(piece => piece.replace(tag, '')).join(''));
const some = data.findings.filter(f => !f.suppressed);
data.findings = Array.from({ length: 10000 }, (_, i) => ({ ...some[i % some.length], line: i + 1, file: `src/file${i % 300}.cpp`,
  path: Array.from({ length: 8 }, () => some[i % some.length].path[0]), fingerprint: i.toString(16).padStart(16, '0') }));
const pieces = JSON.stringify(data).replace(/[<\u0080-\uffff]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')).match(/.{1,60000}/gsu).map(piece => tag + piece + end).join('');
writeFileSync(`${folder}/many.html`, html.slice(0, from) + pieces + html.slice(to));
/// Seconds of processor that the page has used: others may be using the machine.
async function spent(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return (await session.send('Performance.getMetrics')).metrics.find(metric => metric.name === 'ProcessTime').value;
}
const first = await open('many.html');
await first.waitForSelector('details.finding');
const time = await spent(first);
assert.equal(await count(first, 'details.finding'), 100);
await first.locator('#search').fill('file299');
assert.equal(await text(first, '#count'), '33 of 10000 shown');
const many = await open('many.html', { hash: '#finding=' + (9990).toString(16).padStart(16, '0') });
await many.waitForSelector('details.finding[open]');
const linkedTime = await spent(many);
console.error(`10,000 findings: ${time} s of processor, the last of them by link ${linkedTime} s`);
assert.ok(time < 2, `${time} s`);
console.log('10000 findings open in less than two seconds');

assert.deepEqual(problems, []);
assert.deepEqual(asked, []);
console.log('no error on the console, nothing asked of the network');
await browser.close();

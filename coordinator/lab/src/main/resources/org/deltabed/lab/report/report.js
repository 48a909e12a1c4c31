'use strict';
// The record behind a mark, at the pointer or the focus: the text of its SVG title, at once.
const tip = document.createElement('div');
tip.id = 'tip';
tip.setAttribute('role', 'status');
tip.hidden = true;
document.body.append(tip);
let shown = null;

function hide() {
  if (shown) {
    shown.title.textContent = shown.text;
    shown = null;
    tip.hidden = true;
  }
}

function show(mark, x, y) {
  const title = mark.querySelector(':scope > title');
  if (!shown || shown.title !== title) {
    hide();
    shown = {title, text: title.textContent};
    tip.textContent = shown.text;
    // The browser would show its own, a second later.
    title.textContent = '';
    tip.hidden = false;
  }
  const left = Math.min(x + 14, innerWidth - tip.offsetWidth - 8);
  const below = y + 18 + tip.offsetHeight < innerHeight;
  tip.style.left = Math.max(8, left) + 'px';
  tip.style.top = Math.max(8, below ? y + 18 : y - tip.offsetHeight - 12) + 'px';
}

function marked(target) {
  for (let e = target; e instanceof SVGElement; e = e.parentNode) {
    if (e.querySelector(':scope > title')) return e;
  }
  return null;
}

addEventListener('pointermove', event => {
  const mark = marked(event.target);
  if (mark) show(mark, event.clientX, event.clientY); else hide();
});
addEventListener('focusin', event => {
  const mark = marked(event.target);
  if (!mark) return hide();
  const box = mark.getBoundingClientRect();
  show(mark, box.left + box.width / 2, box.top + box.height / 2);
});
addEventListener('focusout', hide);
addEventListener('scroll', hide, true);
addEventListener('keydown', event => { if (event.key === 'Escape') hide(); });

// A link into a closed part opens it.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let e = target; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
  target.scrollIntoView({block: 'center'});
}
addEventListener('hashchange', reveal);
if (location.hash) reveal();

// Paper has nothing to click: every run is printed open.
addEventListener('beforeprint', () => {
  for (const run of document.querySelectorAll('details.run:not([open])')) {
    run.open = true;
    run.dataset.printed = '';
  }
});
addEventListener('afterprint', () => {
  for (const run of document.querySelectorAll('details[data-printed]')) {
    run.open = false;
    delete run.dataset.printed;
  }
});

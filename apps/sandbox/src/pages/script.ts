/** The script of all pages. Addresses in `data-post` are relative to the page. */
export const SCRIPT = `
'use strict';
const post = async (address, body) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).message || '没有成功，请重试。');
};
const complain = (place, message) => {
  const line = (place.closest('.card, .system') || document).querySelector('.error');
  if (line) line.textContent = message;
};
const send = (place, address, body) =>
  post(address, body).then(() => location.reload(), (error) => complain(place, error.message));

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-post]');
  if (button && button.tagName === 'BUTTON') {
    button.disabled = true;
    send(button, button.dataset.post, JSON.parse(button.dataset.body || '{}')).finally(() => { button.disabled = false; });
  }
  const copy = event.target.closest('[data-copy]');
  if (copy && navigator.clipboard) {
    navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = '已复制'; }, () => {});
  }
});
document.addEventListener('change', (event) => {
  const system = event.target.closest('[data-system]');
  if (!system) return;
  const delayMs = Number(system.querySelector('input').value || 0);
  send(system, 'switches', { system: system.dataset.system, mode: system.querySelector('select').value, delayMs });
});
document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-clock]');
  if (!form) return;
  event.preventDefault();
  send(form, 'clock', { to: form.elements.to.value });
});

const two = (number) => String(number).padStart(2, '0');
const shown = (instant) => {
  const day = new Date(instant + 8 * 3600000);
  return day.getUTCFullYear() + '-' + two(day.getUTCMonth() + 1) + '-' + two(day.getUTCDate()) + ' ' +
    two(day.getUTCHours()) + ':' + two(day.getUTCMinutes()) + ':' + two(day.getUTCSeconds());
};
const clocks = document.querySelectorAll('[data-offset]');
const tick = () => clocks.forEach((place) => { place.textContent = shown(Date.now() + Number(place.dataset.offset)); });
tick();
setInterval(tick, 1000);

const feed = document.querySelector('[data-feed]');
if (feed) {
  let before = feed.innerHTML;
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(feed.dataset.feed).catch(() => undefined);
    if (!answer || !answer.ok) return;
    const now = await answer.text();
    if (now === before) return;
    before = now;
    feed.innerHTML = now;
  }, 2000);
}
`;

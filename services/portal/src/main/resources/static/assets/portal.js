// What a page does beyond reading and posting: keys, what was typed is kept in this tab, rows in their order. Pages work without it.
(() => {
  'use strict';

  const typing = target => target.closest('input, textarea, select, [contenteditable]');
  const rows = () => [...document.querySelectorAll('[data-row]')].filter(row => row.offsetParent);
  let at = -1;

  function move(step) {
    const all = rows();
    if (!all.length) return;
    all.forEach(row => row.removeAttribute('data-at'));
    at = Math.max(0, Math.min(all.length - 1, at + step));
    const row = all[at];
    row.setAttribute('data-at', '');
    row.scrollIntoView({ block: 'nearest' });
    (row.matches('a') ? row : row.querySelector('a, button'))?.focus({ preventScroll: true });
  }

  function listKeys() {
    const dialog = document.getElementById('keys');
    if (!dialog) return;
    const here = document.getElementById('keys-here');
    here.replaceChildren();
    document.querySelectorAll('[data-key]').forEach(button => {
      const key = document.createElement('dt'), words = document.createElement('dd'), cap = document.createElement('kbd');
      cap.textContent = button.dataset.key;
      key.append(cap);
      words.textContent = (button.getAttribute('aria-label') || button.firstChild.textContent).trim();
      here.append(key, words);
    });
    here.hidden = !here.children.length;
    dialog.showModal();
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === '/') { event.preventDefault(); document.getElementById('find')?.focus(); }
    else if (event.key === 'j') move(1);
    else if (event.key === 'k') move(at < 0 ? 0 : -1);
    else if (event.key === '?') listKeys();
    else if (event.key === 'Enter' && event.target === document.body) rows()[at]?.querySelector('a, button')?.click();
    else {
      const button = document.querySelector(`[data-key="${CSS.escape(event.key.toUpperCase())}"]`);
      if (button && button.offsetParent) { event.preventDefault(); button.matches('details') ? (button.open = true, button.scrollIntoView()) : button.click(); }
    }
  });
  document.addEventListener('click', event => {
    if (event.target.closest('[data-keys]')) listKeys();
    if (event.target.closest('[data-print]')) window.print();
    if (event.target.closest('[data-wall]')) { document.body.classList.toggle('wall'); document.documentElement.requestFullscreen?.(); }
    document.querySelectorAll('details.self[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) document.body.classList.remove('wall'); });
  document.addEventListener('change', event => {
    if (event.target.matches('select[data-go]')) event.target.form.requestSubmit();
  });

  // What was wrong is so until somebody mends it; the service looks at it again.
  document.addEventListener('input', event => {
    const field = event.target.closest('.field.wrong');
    if (!field) return;
    field.classList.remove('wrong');
    field.querySelectorAll('.mend').forEach(words => words.hidden = true);
    event.target.removeAttribute('aria-invalid');
  });

  // What was typed stays in this tab until the form is taken, also over a sign-in that ended meanwhile.
  const place = form => 'typed:' + location.pathname + '#' + form.dataset.keep;
  const secret = field => field.type === 'hidden' || field.type === 'file' || field.type === 'password' || !field.name;
  function remember(form) {
    const typed = {};
    [...form.elements].filter(field => !secret(field)).forEach(field => {
      const value = field.type === 'checkbox' || field.type === 'radio' ? (field.checked ? field.value : null) : field.value;
      if (value !== null) (typed[field.name] ??= []).push(value);
    });
    try { sessionStorage.setItem(place(form), JSON.stringify(typed)); } catch { /* a full or closed store keeps nothing; the page still posts */ }
  }
  function recall(form) {
    const kept = sessionStorage.getItem(place(form));
    if (!kept) return;
    const typed = JSON.parse(kept), used = {};
    let changed = false;
    [...form.elements].filter(field => !secret(field)).forEach(field => {
      const values = typed[field.name] ?? [];
      if (field.type === 'radio' && !values.length) return; // nothing was chosen; the page may know
      if (field.type === 'checkbox' || field.type === 'radio') {
        const on = values.includes(field.value);
        if (field.checked !== on) { field.checked = on; changed = true; }
        return;
      }
      const value = values[used[field.name] = (used[field.name] ?? -1) + 1];
      if (value !== undefined && field.value !== value) { field.value = value; changed = true; }
    });
    if (changed) form.closest('.panel, main')?.querySelector('[data-recalled]')?.removeAttribute('hidden');
  }
  const kept = [...document.querySelectorAll('form[data-keep]')];
  if (document.querySelector('.told.ok')) kept.forEach(form => sessionStorage.removeItem(place(form)));
  kept.forEach(form => {
    if (!form.querySelector('.mend') && !document.querySelector('[role=alert]')) recall(form);
    form.addEventListener('input', () => remember(form));
  });
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', () => sessionStorage.clear());
  document.querySelector('[data-focus]')?.focus();
  document.querySelector('.bar nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  // A reply with several parts: rows of different services stand in one order.
  document.addEventListener('htmx:afterSettle', () => {
    document.querySelectorAll('[data-sorted]').forEach(list => {
      const items = [...list.children].filter(item => item.dataset.due !== undefined);
      const sorted = [...items].sort((a, b) => a.dataset.due.localeCompare(b.dataset.due));
      if (sorted.some((item, i) => item !== items[i])) list.prepend(...sorted);
      const count = document.querySelector('[data-count]');
      if (count) count.textContent = list.querySelector('.later') ? '' : items.filter(item => item.hasAttribute('data-row')).length;
      const empty = document.querySelector('[data-empty]');
      if (empty) empty.hidden = list.children.length > 0;
    });
  });
  // Times elsewhere: also by the reader's own clock, when that differs.
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.querySelectorAll('time[data-local]').forEach(time => {
    const at = new Date(time.dateTime);
    const offset = zone => new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset', hour: 'numeric' }).format(at).slice(-9);
    if (offset(here) === offset('Asia/Ho_Chi_Minh')) return;
    const lang = document.documentElement.lang;
    time.textContent = time.dataset.words.replace('{}', at.toLocaleString(lang === 'en' ? 'en-GB' : lang, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hour12: false }));
    time.hidden = false;
  });

  document.addEventListener('htmx:sendError', () => document.getElementById('lost')?.removeAttribute('hidden'));
  document.addEventListener('htmx:afterOnLoad', () => document.getElementById('lost')?.setAttribute('hidden', ''));
})();

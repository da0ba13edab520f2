// The live stream: rows come in place, a paused page says how much waits, a lost connection catches up from the last position.
(() => {
  'use strict';
  const list = document.getElementById('stream');
  if (!list || !list.dataset.after || !window.EventSource) return;

  const MOST = 200;
  const live = document.getElementById('live'), says = live.querySelector('[role=status]');
  const pause = document.getElementById('pause'), pauseWords = pause.firstElementChild, pauseText = pauseWords.textContent;
  const template = document.getElementById('row');
  const words = document.getElementById('stream-words');
  const said = (kind, key) => words.querySelector(`[data-${kind}="${CSS.escape(key)}"]`)?.textContent ?? key;
  const tones = { 'done': 'ok', 'changed': 'wait', 'at risk': 'risk', 'by itself': 'jade', 'note': 'quiet' };
  const lang = document.documentElement.lang;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const shown = new Set([...list.children].map(row => row.dataset.id));
  const waiting = [];
  let paused = false, behind = null;

  const address = new URL('/api/operations/stream', location.origin);
  address.searchParams.set('after', list.dataset.after);
  for (const name of ['event', 'delegation', 'q']) if (list.dataset[name]) address.searchParams.set(name, list.dataset[name]);

  function tell(state) {
    live.hidden = false;
    live.className = 'pill ' + (state === 'lost' ? 'risk' : state === 'paused' ? 'wait' : 'jade');
    says.textContent = state === 'lost' ? live.dataset.lost
      : state === 'paused' ? live.dataset.paused.replace('{}', waiting.length)
      : live.dataset.live + (behind === null ? '' : ` · ${(behind / 1000).toFixed(1)} s`);
  }

  function show(fact) {
    const row = template.content.firstElementChild.cloneNode(true), link = row.firstElementChild;
    const [time, service, sentence, pill] = link.children;
    row.dataset.id = fact.id;
    const address = new URL(location.href);
    address.searchParams.set('fact', fact.id);
    link.href = address.pathname + address.search;
    link.setAttribute('hx-get', `/operations/facts/${fact.id}`);
    time.textContent = clock.format(new Date(fact.time));
    service.textContent = said('service', fact.type.split('.')[0]);
    sentence.textContent = fact.sentence[lang] ?? fact.sentence.vi;
    pill.textContent = said('pill', fact.pill.replace(' ', '-'));
    pill.classList.add(tones[fact.pill] ?? 'quiet');
    list.prepend(row);
    window.htmx?.process(row);
    while (list.children.length > MOST) { shown.delete(list.lastElementChild.dataset.id); list.lastElementChild.remove(); }
    document.getElementById('nothing').hidden = true;
    document.body.dispatchEvent(new CustomEvent('fact'));
  }

  const source = new EventSource(address);
  source.addEventListener('open', () => tell(paused ? 'paused' : 'live'));
  source.addEventListener('error', () => tell('lost'));
  source.addEventListener('fact', message => {
    const fact = JSON.parse(message.data);
    if (shown.has(fact.id)) return;
    shown.add(fact.id);
    behind = Math.max(0, Date.now() - new Date(fact.time).getTime());
    if (paused) { waiting.push(fact); tell('paused'); } else { show(fact); tell('live'); }
  });
  source.addEventListener('reset', () => location.reload());
  window.addEventListener('pagehide', () => source.close());

  pause.hidden = false;
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', paused);
    pauseWords.textContent = paused ? pause.dataset.go : pauseText;
    if (!paused) waiting.splice(0).forEach(show);
    tell(source.readyState === EventSource.OPEN ? paused ? 'paused' : 'live' : 'lost');
  });
  list.addEventListener('click', event => {
    const row = event.target.closest('li');
    if (!row) return;
    list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    row.setAttribute('aria-current', 'true');
  });
})();

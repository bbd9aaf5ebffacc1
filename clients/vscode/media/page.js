/**
 * The script of the pages of issues. It knows nothing of Jira: it puts HTML of the extension into the regions, and says
 * what the user pressed, wrote and sent. What was written is kept when a region changes and when the window is opened
 * again.
 */
(() => {
  const editor = acquireVsCodeApi();
  const status = document.getElementById('status');
  const shown = new Map();
  const kept = { place: JSON.parse(document.body.dataset.place), drafts: editor.getState()?.drafts ?? {} };
  editor.setState(kept);

  const receive = {
    show({ state, regions }) {
      document.body.dataset.state = state;
      for (const [name, text] of Object.entries(regions)) showRegion(name, text);
    },
    drafts({ drafts }) {
      kept.drafts = { ...drafts, ...kept.drafts };
      editor.setState(kept);
      fillIn(document);
    },
    status({ text }) {
      status.textContent = text;
    },
    result({ form: name, isDone, message, fields }) {
      const form = document.querySelector(`form[data-form="${name}"]`);
      if (form === null) return;
      setBusy(form, false);
      showErrors(form, isDone ? '' : message, fields);
      if (!isDone) return;
      keepDraft(form, undefined);
      form.reset();
      status.textContent = message;
    },
    focus({ id }) {
      const element = document.getElementById(id);
      for (let parent = element; parent !== null; parent = parent.parentElement) if (parent.tagName === 'DETAILS') parent.open = true;
      element?.scrollIntoView({ block: 'center' });
      element?.focus();
    },
    suggestions({ id, items }) {
      const list = document.getElementById(document.getElementById(id)?.getAttribute('list') ?? '');
      list?.replaceChildren(...items.map(({ value, label }) => Object.assign(document.createElement('option'), { value, label })));
    },
  };
  window.addEventListener('message', ({ data }) => receive[data?.type]?.(data));

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('[data-action]') : null;
    if (target === null) return;
    event.preventDefault();
    editor.postMessage({ type: 'action', action: target.dataset.action, value: target.dataset.value ?? '' });
  });
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target;
    if (form.getAttribute('aria-busy') === 'true') return;
    setBusy(form, true);
    showErrors(form, '', {});
    editor.postMessage({ type: 'submit', form: form.dataset.form, value: form.dataset.value ?? '', values: valuesOf(form, true) });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit();
  });
  document.addEventListener('input', ({ target }) => {
    const form = target.form;
    if (form === null || form === undefined) return;
    const values = valuesOf(form, false);
    keepDraft(form, values);
    if (form.dataset.draft !== undefined) editor.postMessage({ type: 'draft', form: form.dataset.form, values });
    if (target.dataset.suggest !== undefined) editor.postMessage({ type: 'suggest', id: target.id, query: target.value });
  });
  localTimes(document);
  editor.postMessage({ type: 'ready' });

  /** The focus stays where it was, if what had it is still there. */
  function showRegion(name, text) {
    if (shown.get(name) === text) return;
    shown.set(name, text);
    const region = document.querySelector(`[data-region="${name}"]`);
    const focused = region.contains(document.activeElement) ? document.activeElement.id : '';
    region.innerHTML = text;
    localTimes(region);
    fillIn(region);
    if (focused !== '') document.getElementById(focused)?.focus();
  }

  function localTimes(part) {
    for (const time of part.querySelectorAll('time')) {
      time.title = time.dateTime;
      time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
    }
  }

  function valuesOf(form, toSend) {
    const values = {};
    for (const control of form.elements) {
      if (control.name === '') continue;
      if (control instanceof HTMLSelectElement && control.multiple) values[control.name] = [...control.selectedOptions].map(({ value }) => value);
      else values[control.name] = toSend && control.type === 'datetime-local' && control.value !== '' ? new Date(control.value).toISOString() : control.value;
    }
    return values;
  }

  function keepDraft(form, values) {
    if (values === undefined) delete kept.drafts[draftName(form)];
    else kept.drafts[draftName(form)] = values;
    editor.setState(kept);
  }

  /** A form for one of several things, such as a transition, has a draft for each. */
  function draftName({ dataset }) {
    return [dataset.form, dataset.value].filter((part) => part).join(' ');
  }

  function fillIn(part) {
    for (const form of part.querySelectorAll('form')) {
      for (const [name, value] of Object.entries(kept.drafts[draftName(form)] ?? {})) {
        const control = form.elements.namedItem(name);
        if (control instanceof HTMLSelectElement && control.multiple) for (const option of control.options) option.selected = value.includes(option.value);
        else if (control instanceof HTMLElement && (control.value === '' || control.value === control.defaultValue)) control.value = value;
      }
    }
  }

  function setBusy(form, isBusy) {
    form.setAttribute('aria-busy', String(isBusy));
    for (const button of form.querySelectorAll('button[type="submit"]')) button.disabled = isBusy;
  }

  /** What is said of a field stands beside it; the rest at the end of the form. The first field that is wrong is focused. */
  function showErrors(form, message, fields) {
    const rest = { ...fields };
    let first;
    for (const place of form.querySelectorAll('[data-error]')) {
      const name = place.dataset.error;
      if (name === '') continue;
      place.textContent = rest[name] ?? '';
      const control = form.elements.namedItem(name);
      if (!(control instanceof HTMLElement)) continue;
      control.setAttribute('aria-invalid', String(place.textContent !== ''));
      if (place.textContent !== '') first ??= control;
      delete rest[name];
    }
    const general = form.querySelector('[data-error=""]');
    if (general !== null) general.textContent = message;
    if (message !== '') status.textContent = message;
    const folded = first?.closest('details');
    if (folded) folded.open = true;
    (first ?? (message === '' ? undefined : form.querySelector('[required], textarea, input, select')))?.focus();
  }
})();

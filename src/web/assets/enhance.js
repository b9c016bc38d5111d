/* global document, sessionStorage, window */
/** Conveniences only: every page works without this file. */
(function () {
  'use strict';
  const FOCUS = 'samtilsyn-focus';
  let isByKeyboard = false;
  document.addEventListener('keydown', () => (isByKeyboard = true), true);
  document.addEventListener('pointerdown', () => (isByKeyboard = false), true);

  document.querySelectorAll('form[data-auto-submit]').forEach((form) => {
    form.querySelectorAll('.auto-submit-hint').forEach((hint) => (hint.hidden = false));
    // Whoever chooses with the arrow keys passes other choices on the way, and sends the form with its button.
    form.addEventListener('change', (event) => {
      if (isByKeyboard || event.target.tagName !== 'SELECT') return;
      sessionStorage.setItem(FOCUS, event.target.id);
      form.requestSubmit();
    });
    form.addEventListener('formdata', (event) => {
      for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
    });
  });

  // Back to the field that the list was narrowed down by.
  const field = document.getElementById(sessionStorage.getItem(FOCUS) || '');
  sessionStorage.removeItem(FOCUS);
  if (field) field.focus();

  // A part of the page that changes by itself is fetched anew until it says that it has ended.
  const refresh = (part) => {
    const pause = Number(part.dataset.refreshMs);
    if (!pause) return;
    window.setTimeout(async () => {
      const page = await window.fetch(window.location.href).then((answer) => answer.text());
      const next = new window.DOMParser().parseFromString(page, 'text/html').getElementById(part.id);
      if (!next) return;
      if (!next.dataset.refreshMs) return window.location.reload();
      part.replaceChildren(...next.childNodes);
      refresh(part);
    }, pause);
  };
  document.querySelectorAll('[data-refresh-ms]').forEach(refresh);

  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('details').forEach((details) => (details.open = true));
  });
})();

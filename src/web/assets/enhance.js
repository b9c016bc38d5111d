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

  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('details').forEach((details) => (details.open = true));
  });
})();

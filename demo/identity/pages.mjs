// SPDX-License-Identifier: EUPL-1.2
// The pages of the imitation: plain HTML that works without JavaScript. No logo or colour of DigiD.
import { LEVELS } from './levels.mjs';

const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text) => String(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const day = new Intl.DateTimeFormat('nl', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Who logs in, and how: the form that stands for the whole of DigiD. */
export function choose({ uid, place, people, asked }) {
  const option = (each) =>
    `<option value="${safe(each.bsn)}">${safe(each.name)} (${day.format(new Date(each.bornOn))})</option>`;
  const group = (label, of) => `<optgroup label="${label}">${of.map(option).join('')}</optgroup>`;
  const names = [
    group(`Woont in ${safe(place)}`, people.filter((each) => !each.isFromElsewhere)),
    group('Woont in een andere gemeente', people.filter((each) => each.isFromElsewhere)),
  ];
  const levels = LEVELS.map(
    (level) => `<label class="way"><input type="radio" name="level" value="${level.name}"${level === asked ? ' checked' : ''}>
      <span><strong>${level.label}</strong> <span class="how">${level.how}${level === asked ? ' – dit vraagt de gemeente' : ''}</span></span></label>`,
  );
  return page(
    'Inloggen',
    `<h1>Inloggen bij gemeente ${safe(place)}</h1>
    <p>Kies wie er inlogt. Er is geen wachtwoord nodig: alle mensen in de lijst zijn verzonnen.</p>
    <form method="post" action="/kies/${safe(uid)}">
      <p class="field"><label for="persoon">Wie logt in?</label>
      <select id="persoon" name="person">${names.join('')}</select></p>
      <fieldset><legend>Hoe logt deze persoon in?</legend>${levels.join('\n')}</fieldset>
      <p class="acts"><button name="do" value="login">Inloggen</button>
      <button class="quiet" name="do" value="cancel">Annuleren</button></p>
      <details><summary>Wat als het misgaat?</summary>
      <p>Bij DigiD verloopt een inlogpoging na een tijd. Met deze knop gebeurt dat meteen.</p>
      <p class="acts"><button class="quiet" name="do" value="expire">Laat verlopen</button></p></details>
    </form>`,
  );
}

/** Nothing can be done here any more: the way back is in the other site. */
export function wentWrong(error = '') {
  const code = error ? `<p class="code">Code: ${safe(error)}</p>` : '';
  return page(
    'Inloggen lukt niet',
    `<h1>Inloggen lukt niet</h1>
    <p>Deze inlogpoging is er niet (meer). Ga terug naar de website van de gemeente en begin daar opnieuw.</p>${code}`,
  );
}

function page(title, body) {
  return `<!doctype html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title} – nagemaakte DigiD voor de demo</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/stijl.css">
</head>
<body>
  <header><p><strong>Dit is een nagemaakte DigiD voor de demo.</strong> Vul hier nooit echte gegevens in.</p></header>
  <main>${body}</main>
  <footer><p>Hoort bij de demonstratie van Gemeengoed, niet bij DigiD of Logius.</p></footer>
</body>
</html>
`;
}

// SPDX-License-Identifier: EUPL-1.2
// The test persons of a municipality, from the same file as the demo's BRP. Test BSNs only.
import { readFileSync } from 'node:fs';

const REGISTERS = new URL('../registers/', import.meta.url);
const CODE = 4; // digits of a nummeraanduiding that are the municipality
const AGE_OF_DIGID = 14; // younger children have no DigiD of their own in this demo

/** [{bsn, name, bornOn, isFromElsewhere}] by family name, those old enough to log in. */
export function peopleOf(municipality, today = new Date()) {
  const rows = read(municipality);
  const here = rows[0].address_id.slice(0, CODE);
  const people = rows.filter((row) => age(row.born_on, today) >= AGE_OF_DIGID).map((row) => person(row, here));
  return people.sort((a, b) => a.sortedBy.localeCompare(b.sortedBy, 'nl'));
}

function person(row, here) {
  const name = [row.given_names, row.prefix, row.family_name].filter(Boolean).join(' ');
  const sortedBy = [row.family_name, row.given_names].join(' ');
  return { bsn: row.bsn, name, bornOn: row.born_on, sortedBy, isFromElsewhere: !row.address_id.startsWith(here) };
}

function read(municipality) {
  const text = readFileSync(new URL(`${municipality}/personen.csv`, REGISTERS), 'utf8');
  // Our own generator writes these files: no field holds a comma or a quote.
  const [head, ...lines] = text.trim().split(/\r?\n/).map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at]])));
}

function age(bornOn, today) {
  const [year, month, day] = bornOn.split('-').map(Number);
  const hadBirthday = [today.getMonth() + 1, today.getDate()];
  const passed = hadBirthday[0] > month || (hadBirthday[0] === month && hadBirthday[1] >= day);
  return today.getFullYear() - year - (passed ? 0 : 1);
}

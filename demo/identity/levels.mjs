// SPDX-License-Identifier: EUPL-1.2
// The levels of DigiD that one can choose here, with the values that a broker sends for them: those
// that DigiD itself uses over SAML. A broker may use others: then change them here and in its row.

export const LEVELS = [
  { name: 'basis', label: 'Basis', how: 'gebruikersnaam en wachtwoord', acr: 'PasswordProtectedTransport' },
  { name: 'midden', label: 'Midden', how: 'met een sms-code of de app', acr: 'MobileTwoFactorContract' },
  { name: 'substantieel', label: 'Substantieel', how: 'de app, met een identiteitsbewijs gecontroleerd', acr: 'Smartcard' },
].map((level) => ({ ...level, acr: `urn:oasis:names:tc:SAML:2.0:ac:classes:${level.acr}` }));

/** The level that is asked for at least: the first value of acr_values that we know, else basis. */
export function askedLevel(acrValues = '') {
  const asked = acrValues.split(' ');
  return LEVELS.find((level) => level.acr === asked[0]) ?? LEVELS[0];
}

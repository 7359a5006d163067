// SPDX-License-Identifier: EUPL-1.2
// node server.mjs <port>: the imitation of DigiD, for the demo and for tests, on this machine only.
//
// DEMO_IDENTITY_CLIENTS holds the municipalities as JSON: [{municipality, place, client_id,
// client_secret, redirect_uri}]. It prints nothing but faults.
import './quiet.mjs';

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { LEVELS, askedLevel } from './levels.mjs';
import { choose, wentWrong } from './pages.mjs';
import { peopleOf } from './people.mjs';
import { makeProvider } from './provider.mjs';

const HOST = '127.0.0.1';
const MOST_BYTES = 10_000; // of a form
const STYLE = readFileSync(new URL('stijl.css', import.meta.url));

// What DigiD's own buttons come to, as its brokers tell it.
const REFUSALS = {
  cancel: { error: 'access_denied', error_description: 'cancelled by the user' },
  expire: { error: 'login_required', error_description: 'the attempt timed out' },
};

async function main(port, clients) {
  const issuer = `http://${HOST}:${port}`;
  const provider = await makeProvider(issuer, clients);
  const server = createServer(async (request, response) => {
    try {
      await route(provider, clients, request, response);
    } catch (error) {
      // Outer edge: an attempt that is gone, or a fault of ours; either way it begins again.
      if (error.name !== 'SessionNotFound') console.error(`identity: ${error.name}`);
      html(response, 400, wentWrong(error.error));
    }
  });
  server.listen(port, HOST);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(0));
}

async function route(provider, clients, request, response) {
  const { pathname } = new URL(request.url, 'http://x');
  if (pathname === '/stijl.css') {
    response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8' }).end(STYLE);
  } else if (pathname.startsWith('/kies/')) {
    await chosen(provider, clients, request, response);
  } else {
    provider.callback()(request, response);
  }
}

async function chosen(provider, clients, request, response) {
  const { uid, params } = await provider.interactionDetails(request, response);
  const client = clients.find((each) => each.client_id === params.client_id);
  const people = peopleOf(client.municipality);
  if (request.method !== 'POST') {
    const asked = askedLevel(params.acr_values);
    const toClient = new URL(client.redirect_uri).origin;
    html(response, 200, choose({ uid, place: client.place, people, asked }), toClient);
    return;
  }
  const form = await formOf(request);
  const result = REFUSALS[form.get('do')] ?? loggedIn(form, people);
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function loggedIn(form, people) {
  const person = people.find((each) => each.bsn === form.get('person'));
  const level = LEVELS.find((each) => each.name === form.get('level'));
  if (!person || !level) return { error: 'access_denied', error_description: 'nobody was chosen' };
  return { login: { accountId: person.bsn, acr: level.acr, remember: false } };
}

async function formOf(request) {
  let body = '';
  for await (const part of request) {
    body += part;
    if (body.length > MOST_BYTES) throw new RangeError('form too large');
  }
  return new URLSearchParams(body);
}

/** A page of ours; after the form the browser may be led on to that origin only. */
function html(response, status, body, formTo = '') {
  const policy = `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ${formTo}`;
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.trim(),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  });
  response.end(body);
}

await main(Number(process.argv[2]), JSON.parse(process.env.DEMO_IDENTITY_CLIENTS));

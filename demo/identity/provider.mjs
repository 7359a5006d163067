// SPDX-License-Identifier: EUPL-1.2
// The OpenID provider: all of the protocol is oidc-provider's, this file only sets it up.
import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

import { Provider } from 'oidc-provider';

import { LEVELS } from './levels.mjs';
import { wentWrong } from './pages.mjs';

const MINUTE = 60;

/**
 * A provider for these clients: [{client_id, client_secret, redirect_uri, municipality}].
 * Everything is in memory: it forgets all when it stops.
 */
export async function makeProvider(issuer, clients) {
  const provider = new Provider(issuer, {
    clients: clients.map(asClient),
    jwks: { keys: [await signingKey()] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    acrValues: LEVELS.map((level) => level.acr),
    scopes: ['openid', 'bsn'],
    claims: { openid: ['sub'], bsn: ['bsn'] },
    conformIdTokenClaims: false, // the BSN is in the signed ID token
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    expiresWithSession: () => false,
    ttl: {
      AccessToken: 5 * MINUTE,
      AuthorizationCode: MINUTE,
      Grant: 10 * MINUTE,
      IdToken: 5 * MINUTE,
      Interaction: 15 * MINUTE,
      Session: 15 * MINUTE,
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_, interaction) => `/kies/${interaction.uid}` },
    findAccount: (_, bsn) => ({ accountId: bsn, claims: () => ({ sub: pseudonym(bsn), bsn }) }),
    loadExistingGrant: grantAll,
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = wentWrong(out.error);
    },
  });
  // Like DigiD it asks every time: nobody stays logged in here, so each request begins anew.
  provider.use((ctx, next) => {
    if (ctx.path === '/auth') delete ctx.req.headers.cookie;
    return next();
  });
  return provider;
}

function asClient({ client_id, client_secret, redirect_uri }) {
  return { client_id, client_secret, redirect_uris: [redirect_uri], response_types: ['code'], grant_types: ['authorization_code'] };
}

/** Nobody is asked for consent: a municipality may use the BSN by law. */
async function grantAll(ctx) {
  const { client, provider, session } = ctx.oidc;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid bsn');
  grant.addOIDCClaims(['sub', 'bsn']);
  await grant.save();
  return grant;
}

async function signingKey() {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'RS256' };
}

const salt = randomBytes(16);
const pseudonyms = new Map();

/** Another word than the number itself, the same as long as this process lives. */
function pseudonym(bsn) {
  if (!pseudonyms.has(bsn)) pseudonyms.set(bsn, `demo-${salt.toString('hex').slice(0, 8)}-${pseudonyms.size + 1}`);
  return pseudonyms.get(bsn);
}

import { errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { CLOCK_SKEW_S } from './clock-skew.js';
import { silentIssuer, type KnownIssuer } from './issuer.js';

/** Signatures by a private key of the issuer. Never "none", and never a secret that a verifier must know too. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** However long an issuer lets a token live. */
const OLDEST = '1 day';

/** Who signed what is known, and that nobody changed it; undefined for a token that must not be believed. */
export async function verifyToken(
  token: string,
  issuer: KnownIssuer,
  expected: Pick<JWTVerifyOptions, 'audience' | 'typ' | 'requiredClaims'>,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, issuer.keys, {
      ...expected,
      issuer: issuer.settings.url,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_SKEW_S,
      maxTokenAge: OLDEST,
    });
    return payload;
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw Object.assign(silentIssuer(), { cause: error });
  }
}

// Whatever else goes wrong is about fetching the keys, and says nothing about the token.
function isRefusal(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    error.code !== errors.JOSEError.code
  );
}

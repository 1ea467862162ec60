import 'reflect-metadata';
import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import { Body, Controller, Headers, HttpCode, Module, Post, UnauthorizedException } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { importJWK, jwtVerify } from 'jose';
import { DataSource } from 'typeorm';
import { AuditEntry, ENTITIES, Holder, Permit, Session, Staff, Use, Verification } from './twin-entities.mjs';

// How the same route is usually built: Nest on Express, JWTs with key binding read by jose, TypeORM's repositories and
// `save`. `whole` does what our route does: log-in, permit, single use, record, audit. `bare` does what the floor does.
// Decorators are called by hand, as this is plain JavaScript.

const { DATABASE_URL = '', ISSUER_KEY = '', HOLDERS = '0', TOKEN = '' } = process.env;
const WINDOW_S = 15;
const issuerKey = createPublicKey({ key: JSON.parse(ISSUER_KEY), format: 'jwk' });
const database = await new DataSource({ type: 'postgres', url: DATABASE_URL, entities: ENTITIES, synchronize: true, poolSize: 16 }).initialize();
/** @typedef {{ cnf: { jwk: import('jose').JWK }, name: string, status: { idx: number } }} Claims */
/** @typedef {{ credential: string, binding: string, now: number }} Shown */

/** @param {string} value */
const sha256 = (value) => createHash('sha256').update(value).digest('base64url');

/** @param {Shown} shown @returns {Promise<{ claims: Claims, presentationId: string } | undefined>} */
async function read({ credential, binding, now }) {
  const currentDate = new Date(now);
  try {
    const claims = /** @type {Claims} */ ((await jwtVerify(credential, issuerKey, { currentDate })).payload);
    const holderKey = await importJWK(claims.cnf.jwk, 'EdDSA');
    const { payload } = await jwtVerify(binding, holderKey, { currentDate, maxTokenAge: WINDOW_S, clockTolerance: 6 });
    return payload.sd_hash === sha256(credential) ? { claims, presentationId: sha256(`${credential}${payload.iat}`) } : undefined;
  } catch {
    return undefined;
  }
}

class VerifyController {
  /** @param {Shown} shown */
  async bare(shown) {
    const known = await read(shown);
    if (!known) return { kind: 'refused', reason: 'malformed' };
    const { claims, presentationId } = known;
    const uses = database.getRepository(Use);
    if (await uses.findOneBy({ presentationId })) return { kind: 'refused', reason: 'already-used' };
    await uses.save({ presentationId, usedAt: new Date(shown.now) });
    return { kind: 'accepted', name: claims.name };
  }

  /** @param {Shown} shown @param {string} authorization */
  async whole(shown, authorization) {
    const session = await database.getRepository(Session).findOne({ where: { tokenHash: sha256(authorization.slice('Bearer '.length)) }, relations: { staff: true } });
    if (!session || session.expiresAt < new Date()) throw new UnauthorizedException();
    const known = await read(shown);
    if (!known) return { kind: 'refused', reason: 'malformed' };
    const { claims, presentationId } = known;
    const permit = await database.getRepository(Permit).findOne({ where: { statusIndex: claims.status.idx }, relations: { holder: true } });
    if (permit?.status !== 'valid') return { kind: 'refused', reason: 'suspended' };
    const challenge = randomBytes(2).toString('hex');
    const isFirst = await database.transaction(async (tx) => {
      if (await tx.findOneBy(Verification, { presentationId })) return false;
      const scan = { presentationId, place: session.staff.office, purpose: 'motor-vehicle', verifiedAt: new Date(), accepted: true, challenge, permit, staff: session.staff };
      await tx.save(Verification, scan);
      const last = await tx.findOne(AuditEntry, { where: { chain: permit.id }, order: { seq: 'DESC' } });
      const entry = { chain: permit.id, seq: (last?.seq ?? 0) + 1, at: new Date(), actor: session.staff.id, action: 'permit.verified', purpose: scan.purpose };
      await tx.save(AuditEntry, { ...entry, hash: sha256(`${last?.hash ?? ''}${JSON.stringify(entry)}`) });
      return true;
    });
    if (!isFirst) return { kind: 'refused', reason: 'already-used' };
    const { name, idNumber, sex, birthDate } = permit.holder;
    return { kind: 'accepted', challenge, holder: { name, idNumber, sex, birthDate, address: permit.address, validUntil: permit.validUntil } };
  }
}

async function seed() {
  const staff = await database.getRepository(Staff).save({ name: '何嘉敏', office: '天河区政务服务中心', roles: ['clerk'] });
  await database.getRepository(Session).save({ tokenHash: sha256(TOKEN), expiresAt: new Date(Date.now() + 86_400_000), staff });
  for (let statusIndex = 0; statusIndex < Number(HOLDERS); statusIndex += 1) {
    const holder = await database.getRepository(Holder).save({ name: '林嘉怡', idNumber: '440106********0028', sex: '女', birthDate: '1990-01-01', deviceId: String(statusIndex) });
    await database.getRepository(Permit).save({ statusIndex, address: '体育西路 103 号', validUntil: '2027-06-30', status: 'valid', holder });
  }
}

await seed();
Controller()(VerifyController);
for (const name of /** @type {const} */ (['bare', 'whole'])) {
  const method = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(VerifyController.prototype, name));
  Post(`verify/${name}`)(VerifyController.prototype, name, method);
  HttpCode(200)(VerifyController.prototype, name, method);
  Body()(VerifyController.prototype, name, 0);
}
Headers('authorization')(VerifyController.prototype, 'whole', 1);

class TwinModule {}
Module({ controllers: [VerifyController] })(TwinModule);

const app = await NestFactory.create(TwinModule, { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.stdin.resume().on('end', () => process.exit(0));
process.stdout.write('listening\n');

import { Controller } from '@nestjs/common';
import {
  burnCodes, getIssuerKeys, getShowing, getStatusList, issueCredential, startCredential,
  type Result, type RouteInput, type RouteOutput,
} from '@yuezheng/shared-types';
import { encodeKeySet } from '@yuezheng/live-pass';
import type { ResidentCaller } from '../platform/auth/caller';
import { Endpoint, Input, Resident, type Binary } from '../platform/http/endpoint';
import { Credentials } from './credentials.service';
import { IssuerKeyring } from './issuer-keyring';
import { toBase64Url } from './live-crypto';
import { Showings } from './showing.service';
import { StatusLists } from './status-list.service';

/** The phone's side of the live pass, and what every verifier may fetch. */
@Controller()
export class LivePassController {
  constructor(
    private readonly credentials: Credentials,
    private readonly showings: Showings,
    private readonly statusLists: StatusLists,
    private readonly keyring: IssuerKeyring,
  ) {}

  @Endpoint(startCredential)
  start(@Input() { body }: RouteInput<typeof startCredential>, @Resident() caller: ResidentCaller): Promise<Result<RouteOutput<typeof startCredential>>> {
    return this.credentials.start(caller, body.permitId);
  }

  @Endpoint(issueCredential)
  issue(@Input() { body }: RouteInput<typeof issueCredential>, @Resident() caller: ResidentCaller): Promise<Result<RouteOutput<typeof issueCredential>>> {
    return this.credentials.issue(caller, body);
  }

  @Endpoint(getShowing)
  showing(@Input() { params, query }: RouteInput<typeof getShowing>, @Resident() caller: ResidentCaller): Promise<Result<RouteOutput<typeof getShowing>>> {
    return this.showings.of(caller, params.permitId, query.deviceId);
  }

  @Endpoint(burnCodes)
  burn(@Input() { body }: RouteInput<typeof burnCodes>, @Resident() caller: ResidentCaller): Promise<Result<{ done: true }>> {
    return this.showings.burn(caller, body);
  }

  @Endpoint(getIssuerKeys)
  keys(): RouteOutput<typeof getIssuerKeys> {
    const keySet = encodeKeySet(this.keyring.published);
    if (!keySet.ok) throw new Error(`key set: ${keySet.error}`);
    return { keySet: toBase64Url(keySet.value) };
  }

  @Endpoint(getStatusList)
  async status(): Promise<Binary> {
    const { bytes, etag } = await this.statusLists.get();
    return { bytes, etag, mime: 'application/statuslist+cwt', cacheControl: 'public, no-cache' };
  }
}

import { Controller } from '@nestjs/common';
import {
  findLinkablePermits, getPermit, getPermitPhoto, linkPermit, listPermits, listPermitVerifications, revealPermit,
  type PermitFace, type Result, type RouteInput, type RouteOutput,
} from '@yuezheng/shared-types';
import type { ResidentCaller } from '../platform/auth/caller';
import { Endpoint, Input, Resident, type Binary } from '../platform/http/endpoint';
import { Permits } from './permits.service';

/** The wallet. */
@Controller()
export class PermitsController {
  constructor(private readonly permits: Permits) {}

  @Endpoint(listPermits)
  list(@Resident() caller: ResidentCaller): Promise<RouteOutput<typeof listPermits>> {
    return this.permits.list(caller);
  }

  @Endpoint(findLinkablePermits)
  linkable(@Resident() caller: ResidentCaller): Promise<Result<RouteOutput<typeof findLinkablePermits>>> {
    return this.permits.linkable(caller);
  }

  @Endpoint(getPermit)
  get(@Input() { params }: RouteInput<typeof getPermit>, @Resident() caller: ResidentCaller): Promise<Result<PermitFace>> {
    return this.permits.face(caller, params.permitId);
  }

  @Endpoint(revealPermit)
  reveal(@Input() { params }: RouteInput<typeof revealPermit>, @Resident() caller: ResidentCaller): Promise<Result<{ idNumber: string }>> {
    return this.permits.reveal(caller, params.permitId);
  }

  @Endpoint(getPermitPhoto)
  photo(@Input() { params }: RouteInput<typeof getPermitPhoto>, @Resident() caller: ResidentCaller): Promise<Result<Binary>> {
    return this.permits.photo(caller, params.permitId);
  }

  @Endpoint(linkPermit)
  link(@Input() { params, body }: RouteInput<typeof linkPermit>, @Resident() caller: ResidentCaller): Promise<Result<PermitFace>> {
    return this.permits.link(caller, params.permitId, body.via);
  }

  @Endpoint(listPermitVerifications)
  verifications(
    @Input() { params, query }: RouteInput<typeof listPermitVerifications>,
    @Resident() caller: ResidentCaller,
  ): Promise<Result<RouteOutput<typeof listPermitVerifications>>> {
    return this.permits.verifications(caller, params.permitId, query.cursor);
  }
}

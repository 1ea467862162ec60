import { Controller } from '@nestjs/common';
import { getHome, type RouteInput, type RouteOutput } from '@yuezheng/shared-types';
import type { ResidentCaller } from '../../platform/auth/caller';
import { Endpoint, Input, Resident } from '../../platform/http/endpoint';
import { Home } from './home.service';

/** The home page. */
@Controller()
export class HomeController {
  constructor(private readonly home: Home) {}

  @Endpoint(getHome)
  get(@Input() { query }: RouteInput<typeof getHome>, @Resident() { residentId }: ResidentCaller): Promise<RouteOutput<typeof getHome>> {
    return this.home.of(residentId, query.city);
  }
}

import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request } from 'express';
import { CurrentConfiguration } from '../../config/config.module.js';

const EVERY_ADDRESS = ['0.0.0.0', '::'];

/** Where people reach the service. Never taken from a request, which says what it likes. */
@Injectable()
export class OwnAddress {
  constructor(
    private readonly configuration: CurrentConfiguration,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  /** Scheme, host and port, e.g. https://samtilsyn.example; throws before the service listens. */
  get origin(): string {
    return this.configuration.value.signIn.publicUrl ?? this.listeningAt();
  }

  /**
   * Where somebody must go who came by another name of a developer's machine, since cookies belong to a name; undefined
   * for everybody else, and where the service was told its address: then a proxy may call it anything.
   */
  elsewhere(request: Request): string | undefined {
    if (this.configuration.value.signIn.publicUrl !== undefined) return undefined;
    const { origin } = this;
    return request.headers.host === new URL(origin).host ? undefined : origin;
  }

  private listeningAt(): string {
    const server = this.adapterHost.httpAdapter.getHttpServer() as Server;
    const at = server.address() as AddressInfo | null;
    if (!at) throw new Error('The service does not listen yet, so that nobody can be sent back to it.');
    if (EVERY_ADDRESS.includes(at.address)) return `http://localhost:${at.port}`;
    return `http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`;
  }
}

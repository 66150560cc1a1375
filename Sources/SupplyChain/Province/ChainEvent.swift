/// What can happen in the chain.
package enum ChainEvent: BitwiseCopyable, Sendable {
  /// Before midnight's accounts: something else holds from now on.
  case regime
  /// Midnight: prices, rents and bids of the new day.
  case day
  /// A bearing becomes ripe.
  case ripens(UInt32)
  /// Six o'clock: farmers decide, crews go out.
  case morning
  case noon
  /// A crew has picked its lot.
  case picked(lot: UInt32)
  /// A pick-up with a lot is at the station.
  case delivered(lot: UInt32)
  case pickupBack(district: UInt16)
  case stationsOpen(facility: UInt16)
  case stationsClose(facility: UInt16)
  case weighed(lot: UInt32)
  case loadArrived(load: UInt32)
  case vehicleBack(carrier: CarrierFleet)
  case linesStart(facility: UInt16)
  case worked(batch: UInt32)
  case gassed(batch: UInt32)
  case atBorder(shipment: UInt32)
  case cleared(shipment: UInt32)
  case atMarket(shipment: UInt32)
}

/// The fleets that serve the whole province.
package enum CarrierFleet: UInt8, BitwiseCopyable, Sendable {
  case trucks
  case reefers
}

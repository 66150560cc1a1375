// The least that a Swift program can be that may use Foundation: what starting costs before anything is done.
import Foundation
